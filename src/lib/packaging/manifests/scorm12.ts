import { cut, identifier, type PackagePlan, type PlannedModule } from './plan.ts';
import { toXmlDocument, xml, type Xml } from './xml.ts';

/**
 * `imsmanifest.xml` for SCORM 1.2: one SCO per module. Identifiers come from ids alone, so that they stay the same from
 * one export to the next; LMSs key what they record on them.
 * Sources: SCORM 1.2 CAM 2.3; docs/lms/scorm.md.
 */
export function scorm12Manifest(manifest: PackagePlan): string {
	const { course, modules, others } = manifest;
	return toXmlDocument(
		xml(
			'manifest',
			{
				identifier: `alongside_${identifier(manifest.id)}`,
				version: course.version,
				xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
				'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
				'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation':
					'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd ' +
					'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd ' +
					'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd'
			},
			xml('metadata', {}, xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, '1.2'), lom(course)),
			xml(
				'organizations',
				{ default: 'organization' },
				xml(
					'organization',
					{ identifier: 'organization' },
					xml('title', {}, cut(course.title)),
					...modules.map((module, index) => item(manifest, module, modules[index - 1]?.id ?? null))
				)
			),
			xml(
				'resources',
				{},
				...modules.map((module) =>
					xml(
						'resource',
						{
							identifier: `resource_${identifier(module.id)}`,
							type: 'webcontent',
							'adlcp:scormtype': 'sco',
							href: module.files[0] ?? ''
						},
						...module.files.map((href) => xml('file', { href }))
					)
				),
				xml(
					'resource',
					{ identifier: 'others', type: 'webcontent', 'adlcp:scormtype': 'asset' },
					...others.map((href) => xml('file', { href }))
				)
			)
		)
	);
}

function item(manifest: PackagePlan, module: PlannedModule, before: string | null): Xml {
	const id = identifier(module.id);
	const asks = manifest.prerequisites && before !== null;
	// SCORM 1.2 CAM 2.3.2.5: title, then the metadata, then ADL's elements in this order.
	return xml(
		'item',
		{ identifier: `item_${id}`, identifierref: `resource_${id}`, isvisible: 'true' },
		xml('title', {}, cut(module.title)),
		xml('metadata', {}, lom({ ...manifest.course, ...module })),
		...(asks ? [xml('adlcp:prerequisites', { type: 'aicc_script' }, `item_${identifier(before)}`)] : []),
		...(module.passingScaled === null
			? []
			: [xml('adlcp:masteryscore', {}, String(Math.round(module.passingScaled * 10_000) / 100))])
	);
}

/** IMS metadata 1.2.1: title, language and description; the course's own also its version. */
function lom(about: { title: string; summary: string; language: string; version?: string }): Xml {
	const said = (text: string) => xml('imsmd:langstring', { 'xml:lang': about.language }, text);
	return xml(
		'imsmd:lom',
		{},
		xml(
			'imsmd:general',
			{},
			xml('imsmd:title', {}, said(about.title)),
			xml('imsmd:language', {}, about.language),
			xml('imsmd:description', {}, said(about.summary))
		),
		...(about.version ? [xml('imsmd:lifecycle', {}, xml('imsmd:version', {}, said(about.version)))] : [])
	);
}
