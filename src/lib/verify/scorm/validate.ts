import { memoryPages, validateXML } from 'xmllint-wasm';
import type { Standard } from '#lib/scenario/packaged-module.ts';
import { isScorm2004, type PackageUnderCheck } from '../package-under-check.ts';
import { error, quoted, type PackageProblem } from '../problem.ts';

/** The official schemas, by standard: file name → bytes. Where they are missing, a manifest is not held against them. */
export type ControlDocuments = Partial<Record<Standard, Record<string, Uint8Array>>>;

const namespaces12: [uri: string, file: string][] = [
	['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
	['http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'imsmd_rootv1p2p1.xsd'],
	['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd']
];
const namespaces2004: [uri: string, file: string][] = [
	['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
	['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
	['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
	['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
	['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd']
];
const mostFaults = 20;

/**
 * Holds a SCORM manifest against the official schemas: ours, never those in the package, which could be made to keep a
 * validator busy for ever. Elements of namespaces that these schemas do not describe are passed over.
 * @returns null where there is no schema for this package
 */
export async function validateManifest(
	{ kind, manifest, files }: PackageUnderCheck,
	documents: ControlDocuments
): Promise<PackageProblem[] | null> {
	const own = kind in documents ? documents[kind as Standard] : undefined;
	if (!own || !manifest) return null;
	const namespaces = isScorm2004(kind) ? namespaces2004 : namespaces12;
	const { path } = manifest;
	const { errors } = await validateXML({
		xml: [{ fileName: 'imsmanifest.xml', contents: files.get(path) ?? '' }],
		schema: [{ fileName: 'all.xsd', contents: driver(namespaces) }],
		preload: Object.entries(own).map(([fileName, bytes]) => ({ fileName, contents: mended(bytes) })),
		initialMemoryPages: 32 * memoryPages.MiB,
		maxMemoryPages: 256 * memoryPages.MiB
	});
	const known = new Set(namespaces.map(([uri]) => uri));
	return errors
		.filter(({ message }) => !isOfUnknownNamespace(message, known))
		.slice(0, mostFaults)
		.map(({ message, loc }) =>
			error(
				'schema',
				loc ? `${path}:${loc.lineNumber}` : path,
				`The manifest breaks the standard’s schema: ${quoted(plain(message))}.`,
				'Strict LMSs refuse such a package. Send this line to whoever made it.'
			)
		);
}

/** One schema that brings in all the others. */
function driver(namespaces: [uri: string, file: string][]): string {
	const imports = namespaces.map(([uri, file]) => `<xsd:import namespace="${uri}" schemaLocation="${file}"/>`);
	return `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`;
}

/**
 * Two defects of the official files that today's libxml refuses: ims_xml.xsd makes the xml namespace its default, and
 * imsmd lets any element stand where its own may follow. Neither loosens what is checked here.
 */
function mended(bytes: Uint8Array): string {
	return new TextDecoder()
		.decode(bytes)
		.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
		.replaceAll('namespace="##any"', 'namespace="##other"');
}

function isOfUnknownNamespace(message: string, known: Set<string>): boolean {
	if (!message.includes('No matching global')) return false;
	const uri = /Element '\{([^}]*)\}/.exec(message)?.[1];
	return uri !== undefined && !known.has(uri);
}

/** Without the namespaces, which are longer than what is said. */
function plain(message: string): string {
	return message.replaceAll(/\{[^}]*\}/g, '').replace(/^.*?Schemas validity error : /, '');
}
