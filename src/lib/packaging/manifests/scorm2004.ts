import { cut, identifier, type PackagePlan, type PlannedModule } from './plan.ts';
import { toXmlDocument, xml, type Xml } from './xml.ts';

/** Editions of SCORM 2004 that packages are made for. */
export type Edition = '2004 3rd Edition' | '2004 4th Edition';

/**
 * `imsmanifest.xml` for SCORM 2004: one SCO per module, no sequencing but that each may be chosen and led on to. With
 * prerequisites, each module publishes whether it was finished, and the next is closed until then; a real Moodle refuses
 * such a package, so they are off unless asked for. Identifiers come from ids alone, so that they stay the same.
 * Sources: SCORM 2004 4th Ed. CAM 3.4, 5.1; 3rd Ed. Impact Summary; docs/lms/scorm.md.
 * @param metadata the file of the package that holds its metadata (IEEE LOM)
 */
export function scorm2004Manifest(plan: PackagePlan, edition: Edition, metadata: string): string {
	const { course, modules, others } = plan;
	return toXmlDocument(
		xml(
			'manifest',
			{
				identifier: `alongside_${identifier(plan.id)}`,
				version: course.version,
				xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
				'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
				'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
				'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
				'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation':
					'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd ' +
					'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd ' +
					'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd ' +
					'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd ' +
					'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd'
			},
			xml(
				'metadata',
				{},
				xml('schema', {}, 'ADL SCORM'),
				xml('schemaversion', {}, edition),
				// The document lies beside the manifest: its schemas are not among the control documents of a package.
				xml('adlcp:location', {}, metadata)
			),
			xml(
				'organizations',
				{ default: 'organization' },
				xml(
					'organization',
					{ identifier: 'organization' },
					xml('title', {}, cut(course.title)),
					...modules.map((module, index) => item(plan, module, modules[index - 1] ?? null, modules[index + 1] ?? null)),
					xml('imsss:sequencing', {}, xml('imsss:controlMode', { choice: 'true', flow: 'true' }))
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
							'adlcp:scormType': 'sco',
							href: module.files[0] ?? ''
						},
						...module.files.map((href) => xml('file', { href }))
					)
				),
				xml(
					'resource',
					{ identifier: 'others', type: 'webcontent', 'adlcp:scormType': 'asset' },
					...[...others, metadata].sort().map((href) => xml('file', { href }))
				)
			)
		)
	);
}

function item(
	plan: PackagePlan,
	module: PlannedModule,
	before: PlannedModule | null,
	after: PlannedModule | null
): Xml {
	const id = identifier(module.id);
	return xml(
		'item',
		{ identifier: `item_${id}`, identifierref: `resource_${id}`, isvisible: 'true' },
		xml('title', {}, cut(module.title)),
		sequencing(plan, module, before, after)
	);
}

/** In the order that the schema wants: rules, objectives, delivery controls. */
function sequencing(
	plan: PackagePlan,
	module: PlannedModule,
	before: PlannedModule | null,
	after: PlannedModule | null
): Xml {
	const asks = plan.prerequisites && before !== null;
	const tells = plan.prerequisites && after !== null;
	return xml(
		'imsss:sequencing',
		{},
		...(asks ? [closedUntilDone()] : []),
		...(module.passingScaled !== null || asks || tells
			? [
					xml(
						'imsss:objectives',
						{},
						primaryObjective(plan, module, tells),
						...(asks
							? [
									xml(
										'imsss:objective',
										{ objectiveID: 'BEFORE' },
										xml('imsss:mapInfo', {
											targetObjectiveID: sharedObjective(plan, before),
											readSatisfiedStatus: 'true',
											writeSatisfiedStatus: 'false'
										})
									)
								]
							: [])
					)
				]
			: []),
		// Both default to false, and then an LMS awards what a module never said.
		xml('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' })
	);
}

function primaryObjective(plan: PackagePlan, module: PlannedModule, tells: boolean): Xml {
	const { passingScaled } = module;
	return xml(
		'imsss:primaryObjective',
		{
			objectiveID: `PRIMARY_${identifier(module.id)}`,
			...(passingScaled === null ? {} : { satisfiedByMeasure: 'true' })
		},
		...(passingScaled === null ? [] : [xml('imsss:minNormalizedMeasure', {}, String(round(passingScaled)))]),
		...(tells
			? [
					xml('imsss:mapInfo', {
						targetObjectiveID: sharedObjective(plan, module),
						readSatisfiedStatus: 'false',
						writeSatisfiedStatus: 'true'
					})
				]
			: [])
	);
}

/** Closed while it is unknown whether the module before was passed, or known that it was not. */
function closedUntilDone(): Xml {
	return xml(
		'imsss:sequencingRules',
		{},
		xml(
			'imsss:preConditionRule',
			{},
			xml(
				'imsss:ruleConditions',
				{ conditionCombination: 'any' },
				xml('imsss:ruleCondition', { referencedObjective: 'BEFORE', operator: 'not', condition: 'satisfied' }),
				xml('imsss:ruleCondition', {
					referencedObjective: 'BEFORE',
					operator: 'not',
					condition: 'objectiveStatusKnown'
				})
			),
			xml('imsss:ruleAction', { action: 'disabled' })
		)
	);
}

/** Shared between modules of one course, in one learner's attempt. */
function sharedObjective(plan: PackagePlan, module: PlannedModule): string {
	return `alongside.${identifier(plan.course.id)}.${identifier(module.id)}`;
}

function round(scaled: number): number {
	return Math.round(scaled * 10_000) / 10_000;
}
