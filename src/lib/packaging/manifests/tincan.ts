import { activityIri } from '#lib/scenario/activity-iri.ts';
import { cut, type PackagePlan } from './plan.ts';
import { toXmlDocument, xml, type Xml } from './xml.ts';

/** Where an xAPI package of several modules is opened: only one activity may be launched. */
export const courseEntry = 'index.html';

/**
 * `tincan.xml`: a flat list of activities, of which exactly one has a launch: the module, where the package holds one; else the
 * course, whose page leads on to its modules. Source: Rustici's launch guide; no schema was ever published.
 */
export function tincanManifest({ course, modules }: PackagePlan): string {
	const { language } = course;
	const activity = (id: string, type: string, about: { title: string; summary: string }, launch: string | null): Xml =>
		xml(
			'activity',
			{ id, type: `http://adlnet.gov/expapi/activities/${type}` },
			xml('name', { lang: language }, cut(about.title)),
			xml('description', { lang: language }, about.summary || about.title),
			...(launch === null ? [] : [xml('launch', { lang: language }, launch)])
		);
	const [only, ...others] = modules;
	const isSingle = only !== undefined && others.length === 0;
	return toXmlDocument(
		xml(
			'tincan',
			{ xmlns: 'http://projecttincan.com/tincan.xsd' },
			xml(
				'activities',
				{},
				...(isSingle ? [] : [activity(activityIri('course', course.id), 'course', course, courseEntry)]),
				...modules.map((module) =>
					activity(
						activityIri('module', course.id, module.id),
						'module',
						module,
						isSingle ? (module.files[0] ?? '') : null
					)
				)
			)
		)
	);
}
