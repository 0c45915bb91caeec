import { checkAddress } from '../files/check-address.ts';
import { isIri } from '../iri.ts';
import type { PackageUnderCheck } from '../package-under-check.ts';
import { error, quoted, warning, type PackageProblem } from '../problem.ts';
import { childrenOf, type XmlElement } from '../xml/parse-xml.ts';

const namespace = 'http://projecttincan.com/tincan.xsd';

/** tincan.xml: a flat list of activities, of which one is opened. Source: Rustici Software, “The tincan.xml file”. */
export function checkTincan({ files, manifest }: PackageUnderCheck): PackageProblem[] {
	if (!manifest) return [];
	const { root, path } = manifest;
	const problems: PackageProblem[] = [];
	if (root.local !== 'tincan' || root.uri !== namespace)
		problems.push(
			error(
				'tincan-structure',
				`${path}:${root.line}`,
				`The root element is ${quoted(root.name)} of ${quoted(root.uri)}.`,
				`It must be tincan of ${namespace}.`
			)
		);
	const activities = childrenOf(childrenOf(root, 'activities')[0], 'activity');
	const launches = activities.flatMap((activity) => childrenOf(activity, 'launch'));
	if (launches.length !== 1)
		problems.push(
			error(
				launches.length === 0 ? 'nothing-to-launch' : 'several-launches',
				path,
				`${launches.length} activities have a launch.`,
				'Exactly one may have it: the page that the LMS opens.'
			)
		);
	for (const launch of launches) {
		const where = `${path}:${launch.line}`;
		const address = launch.text.trim();
		if (/^https?:/i.test(address))
			problems.push(
				warning(
					'third-party-address',
					where,
					`The activity is opened from ${quoted(address)}, not from the package.`,
					'Ask whoever made it what happens to learners’ data there.'
				)
			);
		else problems.push(...checkAddress(files, address, where, 'the launch page'));
	}
	return [...problems, ...checkActivities(activities, path)];
}

function checkActivities(activities: XmlElement[], path: string): PackageProblem[] {
	const seen = new Set<string>();
	return activities.flatMap((activity) => {
		const where = `${path}:${activity.line}`;
		const id = activity.attributes['id'] ?? '';
		const problems: PackageProblem[] = [];
		if (!isIri(id))
			problems.push(
				error(
					'bad-iri',
					where,
					`The id of an activity is ${quoted(id)}.`,
					'Write an absolute IRI: statements are filed under it.'
				)
			);
		if (seen.has(id))
			problems.push(error('duplicate-identifier', where, `The id ${quoted(id)} is there twice.`, 'Give each its own.'));
		seen.add(id);
		for (const local of ['name', 'description', 'launch'])
			for (const element of childrenOf(activity, local))
				if (!element.attributes['lang'])
					problems.push(
						warning(
							'no-language',
							`${path}:${element.line}`,
							`${local} does not say in which language it is.`,
							'Add a lang attribute, e.g. lang="en".'
						)
					);
		if (childrenOf(activity, 'name').length === 0)
			problems.push(
				error('tincan-structure', where, 'An activity has no name.', 'Add one: learners see it in the LMS.')
			);
		return problems;
	});
}
