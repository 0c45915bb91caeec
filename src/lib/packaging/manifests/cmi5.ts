import { activityIri } from '#lib/scenario/activity-iri.ts';
import { cut, type PackagePlan, type PlannedModule } from './plan.ts';
import { toXmlDocument, xml, type Xml } from './xml.ts';

/**
 * `cmi5.xml`: one AU per module, with its objectives. Ids are absolute IRIs made of ids alone, so that they stay the same.
 * `moveOn` is always written, since the default is satisfied before anybody has opened anything: `Completed`, because
 * choices are practice and every ending completes (docs/what-is-recorded.md). That holds with a passing score too, which
 * then is success beside completion, as in every other standard; an LMS that is to ask for more can be set to it.
 * cmi5 knows no prerequisites between AUs. Sources: cmi5 13.1, 13.2; docs/lms/cmi5-and-xapi.md.
 */
export function cmi5Structure({ id, course, modules }: PackagePlan): string {
	const said = (name: string, text: string) => xml(name, {}, xml('langstring', { lang: course.language }, text));
	const objectives = modules.flatMap((module) =>
		module.objectives.map(({ id, text }) =>
			xml('objective', { id: objectiveIri(course.id, module, id) }, said('title', cut(text)), said('description', text))
		)
	);
	const au = (module: PlannedModule): Xml =>
		xml(
			'au',
			{
				id: activityIri('module', course.id, module.id),
				moveOn: 'Completed',
				...(module.passingScaled === null
					? {}
					: { masteryScore: String(Math.round(module.passingScaled * 10_000) / 10_000) }),
				launchMethod: 'AnyWindow'
			},
			said('title', cut(module.title)),
			said('description', module.summary || module.title),
			...(module.objectives.length
				? [
						xml(
							'objectives',
							{},
							...module.objectives.map(({ id }) => xml('objective', { idref: objectiveIri(course.id, module, id) }))
						)
					]
				: []),
			xml('url', {}, module.files[0] ?? '')
		);
	return toXmlDocument(
		xml(
			'courseStructure',
			{ xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
			xml(
				'course',
				{ id: activityIri('course', id) },
				said('title', cut(course.title)),
				said('description', course.summary || course.title)
			),
			...(objectives.length ? [xml('objectives', {}, ...objectives)] : []),
			...modules.map(au)
		)
	);
}

/** Two modules may each have an objective of the same name. */
function objectiveIri(course: string, module: PlannedModule, objective: string): string {
	return activityIri('objective', course, module.id, objective);
}
