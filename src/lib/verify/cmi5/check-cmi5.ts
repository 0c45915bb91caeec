import { checkAddress } from '../files/check-address.ts';
import { isIri } from '../iri.ts';
import type { PackageUnderCheck } from '../package-under-check.ts';
import { error, quoted, warning, type PackageProblem } from '../problem.ts';
import { childrenOf, within, type XmlElement } from '../xml/parse-xml.ts';

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const launchNames = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];
const moveOns = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'];

/** A course structure by cmi5's rules, each named by its number (npm: @cmi5/requirements). */
export function checkCmi5({ files, manifest }: PackageUnderCheck): PackageProblem[] {
	if (!manifest) return [];
	const { root, path } = manifest;
	const all = within(root);
	const units = all.filter(({ local }) => local === 'au');
	const problems: PackageProblem[] = [];
	if (root.local !== 'courseStructure' || root.uri !== namespace)
		problems.push(
			error(
				'cmi5-structure',
				`${path}:${root.line}`,
				`The root element is ${quoted(root.name)} of ${quoted(root.uri)} (cmi5 13.2.0.0-1).`,
				`It must be courseStructure of ${namespace}.`
			)
		);
	if (units.length === 0)
		problems.push(
			error(
				'nothing-to-launch',
				path,
				'The course structure holds no au: there is nothing an LMS could open (cmi5 13.2.0.0-1).',
				'Add an au with a url.'
			)
		);
	problems.push(...checkIds(all, path), ...units.flatMap((unit) => checkUnit(unit, path, files)));
	return problems;
}

/** cmi5 3.0.0.0-1: absolute IRIs; 13.1.2.0-1, 13.1.3.0-1, 13.1.4.0-1: each once among its kind. */
function checkIds(all: XmlElement[], path: string): PackageProblem[] {
	const rules: Record<string, string> = {
		course: '3.0.0.0-1',
		block: '13.1.2.0-1',
		objective: '13.1.3.0-1',
		au: '13.1.4.0-1'
	};
	const seen = new Set<string>();
	return all.flatMap(({ local, attributes, line }) => {
		const rule = rules[local];
		const id = attributes['id']?.trim();
		if (rule === undefined || (id === undefined && attributes['idref'] !== undefined)) return [];
		const where = `${path}:${line}`;
		if (id === undefined || !isIri(id))
			return [
				error(
					'bad-iri',
					where,
					`The id of ${local} is ${id === undefined ? 'missing' : quoted(id)} (cmi5 3.0.0.0-1).`,
					'Write an absolute IRI, e.g. https://example.org/courses/one.'
				)
			];
		const key = `${local} ${id}`;
		const isKnown = seen.has(key);
		seen.add(key);
		return isKnown
			? [
					error(
						'duplicate-identifier',
						where,
						`The id ${quoted(id)} of ${local} is there twice (cmi5 ${rule}).`,
						'Give each its own.'
					)
				]
			: [];
	});
}

function checkUnit(unit: XmlElement, path: string, files: PackageUnderCheck['files']): PackageProblem[] {
	const where = `${path}:${unit.line}`;
	const { moveOn, masteryScore } = unit.attributes;
	const problems: PackageProblem[] = [];
	if (moveOn === undefined)
		problems.push(
			warning(
				'no-move-on',
				where,
				'An au has no moveOn, so the LMS takes it as satisfied before anybody opens it.',
				'Write moveOn, e.g. “CompletedOrPassed”.'
			)
		);
	else if (!moveOns.includes(moveOn))
		problems.push(
			error(
				'bad-move-on',
				where,
				`moveOn is ${quoted(moveOn)} (cmi5 13.2.0.0-1).`,
				`Write one of ${moveOns.map(quoted).join(', ')}.`
			)
		);
	if (masteryScore !== undefined && !/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/.test(masteryScore.trim()))
		problems.push(
			error(
				'bad-mastery-score',
				where,
				`masteryScore is ${quoted(masteryScore)} (cmi5 13.1.4).`,
				'Write a number from 0 to 1 with at most four decimals: 0.8, not 80.'
			)
		);
	for (const local of ['title', 'description'])
		if (!within(childrenOf(unit, local)[0] ?? unit).some((element) => element.local === 'langstring'))
			problems.push(
				error('cmi5-structure', where, `An au has no ${local} (cmi5 13.2.0.0-1).`, `Add ${local} with a langstring.`)
			);
	return [...problems, ...checkUrl(childrenOf(unit, 'url')[0], where, files)];
}

/** cmi5 14.1.0.0-3, 14.1.0.0-4: relative where the file is in the zip, absolute where it is not; 8.1: the launch's own names. */
function checkUrl(element: XmlElement | undefined, where: string, files: PackageUnderCheck['files']): PackageProblem[] {
	const url = element?.text.trim() ?? '';
	if (url === '')
		return [error('nothing-to-launch', where, 'An au has no url (cmi5 13.1.4.0-2).', 'Add the page it opens.')];
	const used = launchNames.filter((name) => new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '').has(name));
	const problems = used.map((name) =>
		error(
			'launch-name-taken',
			where,
			`The url has ${quoted(name)} in its query, which the LMS adds itself (cmi5 8.1).`,
			'Call it something else.'
		)
	);
	if (isIri(url))
		problems.push(
			warning(
				'third-party-address',
				where,
				`The au is opened from ${quoted(url)}, not from the package (cmi5 14.1.0.0-4).`,
				'Ask whoever made it what happens to learners’ data there.'
			)
		);
	else problems.push(...checkAddress(files, url, where, 'an au (cmi5 14.1.0.0-3)'));
	return problems;
}
