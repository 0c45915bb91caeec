import { validateXML } from 'xmllint-wasm';
import type { PackageFiles } from '#lib/packaging/zip.ts';

type ScormStandard = 'scorm12' | 'scorm2004-3' | 'scorm2004-4';

const namespaces2004 = {
	'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
	'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
	'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
	'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
	'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd'
};
/** Which control document describes which namespace. */
const namespaces: Record<ScormStandard, Record<string, string>> = {
	scorm12: {
		'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
		'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
		'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd'
	},
	'scorm2004-3': namespaces2004,
	'scorm2004-4': namespaces2004
};

/**
 * What libxml finds wrong with a manifest by the official schemas, as they travel in the very package; one driver file
 * imports them all.
 * @param files of the package
 * @param manifest in place of the package's own
 */
export async function schemaFaults(standard: ScormStandard, files: PackageFiles, manifest?: string): Promise<string[]> {
	const text = (path: string) => new TextDecoder().decode(files[path]);
	const imports = Object.entries(namespaces[standard]).map(
		([namespace, file]) => `<xsd:import namespace="${namespace}" schemaLocation="${file}"/>`
	);
	const documents = Object.keys(files).filter((path) => /\.(xsd|dtd)$/.test(path));
	const { errors } = await validateXML({
		xml: [{ fileName: 'imsmanifest.xml', contents: manifest ?? text('imsmanifest.xml') }],
		schema: [
			{
				fileName: 'all.xsd',
				contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`
			}
		],
		preload: documents.map((fileName) => ({ fileName, contents: withoutDefects(text(fileName)) }))
	});
	return errors.map(({ message }) => message);
}

/**
 * Two defects of SCORM 1.2's official files that today's libxml refuses: ims_xml.xsd makes the xml namespace its default,
 * and imsmd lets any element stand where its own may follow. Neither loosens what is checked here.
 */
function withoutDefects(schema: string): string {
	return schema.includes('imsmd_rootv1p2p1') || schema.includes('xmlns="http://www.w3.org/XML/1998/namespace"')
		? schema
				.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
				.replaceAll('namespace="##any"', 'namespace="##other"')
		: schema;
}
