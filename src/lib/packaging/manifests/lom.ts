import type { PackagePlan } from './plan.ts';
import { toXmlDocument, xml } from './xml.ts';

/** The metadata of a SCORM 2004 package as a document of its own: IEEE LOM 1.0, in the form of the standard's XML binding. */
export function lomDocument({ id, course }: PackagePlan): string {
	const said = (text: string) => xml('string', { language: course.language }, text);
	return toXmlDocument(
		xml(
			'lom',
			{ xmlns: 'http://ltsc.ieee.org/xsd/LOM' },
			xml(
				'general',
				{},
				xml('identifier', {}, xml('catalog', {}, 'alongside'), xml('entry', {}, id)),
				xml('title', {}, said(course.title)),
				xml('language', {}, course.language),
				xml('description', {}, said(course.summary))
			),
			xml('lifeCycle', {}, xml('version', {}, said(course.version)))
		)
	);
}
