import type { PackageUnderCheck } from '../package-under-check.ts';
import type { PackageProblem } from '../problem.ts';
import { checkScormFiles } from './check-files.ts';
import { checkIdentifiers } from './check-identifiers.ts';
import { checkOutline } from './check-outline.ts';
import { checkRules } from './check-rules.ts';
import { readManifest } from './read-manifest.ts';

/** Everything that a SCORM manifest is asked beside the schema. */
export function checkScorm(found: PackageUnderCheck): PackageProblem[] {
	if (!found.manifest) return [];
	const manifest = readManifest(found.manifest.root, found.manifest.path);
	return [
		...checkIdentifiers(manifest),
		...checkOutline(found, manifest),
		...checkScormFiles(found, manifest),
		...checkRules(found, manifest)
	];
}
