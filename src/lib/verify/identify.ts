import { error, quoted, warning, type PackageProblem } from './problem.ts';
import type { Kind, PackageUnderCheck } from './package-under-check.ts';
import { childrenOf, parseXml, type XmlElement } from './xml/parse-xml.ts';

/** What a package is; null where it is nothing that is known, with the reason among the problems. */
export type Identified = { found: PackageUnderCheck | null; problems: PackageProblem[] };

const manifests: [path: string, kind: Kind][] = [
	['imsmanifest.xml', 'scorm12'],
	['cmi5.xml', 'cmi5'],
	['tincan.xml', 'xapi']
];

const schemaVersions: Record<string, Kind> = {
	'1.2': 'scorm12',
	'CAM 1.3': 'scorm2004-2',
	'1.3': 'scorm2004-2',
	'2004 3rd Edition': 'scorm2004-3',
	'2004 4th Edition': 'scorm2004-4'
};

/** Tells what a package is made for, by the manifest in its root. */
export function identify(files: ReadonlyMap<string, Uint8Array>): Identified {
	const present = manifests.filter(([path]) => files.has(path));
	const [first] = present;
	if (!first) return withoutManifest(files);
	const [path, kind] = first;
	const problems = present
		.slice(1)
		.map(([other]) =>
			warning(
				'second-manifest',
				other,
				`There is also ${path}; an LMS may take the package for either.`,
				'Export one package per standard. This check goes by the first.'
			)
		);
	const parsed = parseXml(files.get(path) ?? new Uint8Array(), path);
	if (!parsed.ok) return { found: null, problems: [...problems, parsed.problem] };
	const { root } = parsed;
	const version = kind === 'scorm12' ? scormVersion(root, path) : { kind, problems: [] };
	return {
		found: { kind: version.kind, files, manifest: { path, root } },
		problems: [...problems, ...version.problems]
	};
}

function withoutManifest(files: ReadonlyMap<string, Uint8Array>): Identified {
	const names = manifests.map(([path]) => path);
	for (const path of files.keys()) {
		const own = names.find((name) => path.toLowerCase().split('/').at(-1) === name);
		if (own === undefined) continue;
		const isInFolder = path.includes('/');
		return {
			found: null,
			problems: [
				error(
					'manifest-not-in-root',
					path,
					isInFolder ? `${own} lies in a folder of the zip.` : `The manifest is written ${quoted(path)}.`,
					isInFolder
						? 'Pack the contents of the folder, not the folder: the manifest belongs in the root.'
						: `Rename it to ${own}, in lower case.`
				)
			]
		};
	}
	if (files.has('index.html')) return { found: { kind: 'web', files, manifest: null }, problems: [] };
	return {
		found: null,
		problems: [
			error(
				'unknown-package',
				'zip',
				`There is neither ${names.join(' nor ')} nor index.html in the root of this zip.`,
				'Choose the zip that was made for an LMS. What lies in it now is no package.'
			)
		]
	};
}

/**
 * Which SCORM: what `schemaversion` says to the letter, since LMSs read it so; else what the namespaces say.
 * Source: SCORM 1.2 CAM 2.3.2; 2004 4th Ed. CAM 3.4.1.1; a real Moodle takes any other text for 1.2.
 */
function scormVersion(root: XmlElement, path: string): { kind: Kind; problems: PackageProblem[] } {
	const element = childrenOf(childrenOf(root, 'metadata')[0], 'schemaversion')[0];
	const said = element?.text ?? '';
	const known = schemaVersions[said];
	if (known) return { kind: known, problems: [] };
	const guess = schemaVersions[said.trim()] ?? (root.uri.includes('imscp_v1p1') ? 'scorm2004-3' : 'scorm12');
	const where = `${path}:${element?.line ?? root.line}`;
	const should = Object.keys(schemaVersions).map(quoted).join(', ');
	if (!element)
		return {
			kind: guess,
			problems: [
				warning(
					'no-schemaversion',
					where,
					'The manifest does not say which SCORM it is made for.',
					`Write schema and schemaversion: ${should}.`
				)
			]
		};
	return {
		kind: guess,
		problems: [
			error(
				'unknown-schemaversion',
				where,
				`schemaversion is ${said.trim() === said ? quoted(said) : `${quoted(said)} with spaces around it`}; LMSs take that for SCORM 1.2.`,
				`Write exactly one of ${should}.`
			)
		]
	};
}
