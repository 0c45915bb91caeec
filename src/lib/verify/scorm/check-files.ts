import { checkAddress } from '../files/check-address.ts';
import { findFile } from '../files/find-file.ts';
import type { PackageUnderCheck } from '../package-under-check.ts';
import { quoted, warning, type PackageProblem } from '../problem.ts';
import type { ScormManifest } from './read-manifest.ts';

/** How many unlisted files are named one by one. */
const named = 10;

/** Every listed file is there, and every file is listed. Source: SCORM 1.2 CAM 2.3.2.6; 2004 4th Ed. CAM 3.4.1.13. */
export function checkScormFiles({ files }: PackageUnderCheck, manifest: ScormManifest): PackageProblem[] {
	const { path, resources, root } = manifest;
	const problems: PackageProblem[] = [];
	const listed = new Set<string>();
	const told = new Set<string>();
	const note = (href: string, line: number, what: string) => {
		const found = findFile(files, href);
		if (found.kind === 'there') listed.add(found.path);
		if (found.kind === 'other-case') listed.add(found.actual);
		if (told.has(href)) return;
		told.add(href);
		problems.push(...checkAddress(files, href, `${path}:${line}`, what));
	};
	for (const { element, href, files: own, identifier } of resources) {
		if (href !== null) note(href, element.line, `the resource ${quoted(identifier)}`);
		for (const file of own) note(file.href, file.line, `a file of ${quoted(identifier)}`);
		if (href !== null && !own.some((file) => bare(file.href) === bare(href)))
			problems.push(
				warning(
					'launch-page-not-listed',
					`${path}:${element.line}`,
					`The resource ${quoted(identifier)} does not list its own page, ${quoted(href)}, among its files.`,
					'Add a file element for it: some LMSs publish listed files only.'
				)
			);
	}
	const unlisted = [...files.keys()].filter((file) => !listed.has(file) && !isControl(file, root.attributes));
	for (const file of unlisted.slice(0, named))
		problems.push(
			warning(
				'unlisted-file',
				file,
				'No resource of the manifest lists this file.',
				'List it, or leave it out: some LMSs publish listed files only.'
			)
		);
	if (unlisted.length > named)
		problems.push(
			warning(
				'unlisted-file',
				path,
				`${unlisted.length - named} more files are not listed.`,
				'List them, or leave them out.'
			)
		);
	return problems;
}

/** The manifest itself, and what it is checked by: control documents belong to no resource. */
function isControl(file: string, attributes: Record<string, string>): boolean {
	if (file === 'imsmanifest.xml') return true;
	return /\.(xsd|dtd)$/i.test(file) || (attributes['xsi:schemaLocation'] ?? '').split(/\s+/).includes(file);
}

function bare(href: string): string {
	return href.replace(/[?#].*$/s, '');
}
