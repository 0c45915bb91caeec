import type { Standard } from '#lib/scenario/packaged-module.ts';
import { cmi5Structure } from './cmi5.ts';
import { lomDocument } from './lom.ts';
import type { PackagePlan } from './plan.ts';
import { scorm12Manifest } from './scorm12.ts';
import { scorm2004Manifest } from './scorm2004.ts';
import { tincanManifest } from './tincan.ts';

const metadataFile = 'metadata.xml';

/** What a standard wants to find in a package beside the modules: path → text. */
export function manifestFiles(standard: Standard, plan: PackagePlan): Record<string, string> {
	switch (standard) {
		case 'scorm12':
			return { 'imsmanifest.xml': scorm12Manifest(plan) };
		case 'scorm2004-3':
			return scorm2004Files(plan, '2004 3rd Edition');
		case 'scorm2004-4':
			return scorm2004Files(plan, '2004 4th Edition');
		case 'web':
			return {};
		case 'cmi5':
			return { 'cmi5.xml': cmi5Structure(plan) };
		case 'xapi':
			return { 'tincan.xml': tincanManifest(plan) };
	}
}

function scorm2004Files(plan: PackagePlan, edition: Parameters<typeof scorm2004Manifest>[1]): Record<string, string> {
	return { 'imsmanifest.xml': scorm2004Manifest(plan, edition, metadataFile), [metadataFile]: lomDocument(plan) };
}
