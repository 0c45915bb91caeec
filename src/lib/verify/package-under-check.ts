import type { XmlElement } from './xml/parse-xml.ts';

/** What a package is made for, as far as its files tell. */
export type Kind = 'scorm12' | 'scorm2004-2' | 'scorm2004-3' | 'scorm2004-4' | 'cmi5' | 'xapi' | 'web';

/** What an administrator calls each kind. */
export const kindNames: Record<Kind, string> = {
	scorm12: 'SCORM 1.2',
	'scorm2004-2': 'SCORM 2004, 2nd Edition',
	'scorm2004-3': 'SCORM 2004, 3rd Edition',
	'scorm2004-4': 'SCORM 2004, 4th Edition',
	cmi5: 'cmi5',
	xapi: 'xAPI package (tincan.xml)',
	web: 'plain web'
};

/** A package that could be read, on its way through the checks. */
export type PackageUnderCheck = {
	kind: Kind;
	/** Path → bytes; everything but folders. */
	files: ReadonlyMap<string, Uint8Array>;
	/** The file that says what the package is, and what stands in it; none for plain web. */
	manifest: { path: string; root: XmlElement } | null;
};

/** Whether a kind is one of SCORM's. */
export function isScorm(kind: Kind): boolean {
	return kind.startsWith('scorm');
}

/** Whether a kind is one of SCORM 2004's editions. */
export function isScorm2004(kind: Kind): boolean {
	return kind.startsWith('scorm2004');
}
