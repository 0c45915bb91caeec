import { isScorm2004, type PackageUnderCheck } from '../package-under-check.ts';
import { error, quoted, warning, type PackageProblem } from '../problem.ts';
import { childrenOf, within, type XmlElement } from '../xml/parse-xml.ts';
import type { Item, ScormManifest } from './read-manifest.ts';

/** What a manifest tells an LMS to award and to allow: passing scores, who sets what, and sequencing. */
export function checkRules({ kind }: PackageUnderCheck, manifest: ScormManifest): PackageProblem[] {
	return isScorm2004(kind)
		? [...checkSetByContent(manifest), ...checkShared(manifest)]
		: manifest.items.flatMap((item) => checkMasteryScore(item, manifest));
}

/** Source: SCORM 1.2 CAM 2.3.2.5.1; a real Moodle drops 0. */
function checkMasteryScore({ element }: Item, { path, resources }: ScormManifest): PackageProblem[] {
	const [score] = childrenOf(element, 'masteryscore');
	if (!score) return [];
	const where = `${path}:${score.line}`;
	const text = score.text.trim();
	const value = Number(text);
	const problems: PackageProblem[] = [];
	if (!/^\d{1,3}(\.\d+)?$/.test(text) || value > 100)
		problems.push(
			error(
				'bad-mastery-score',
				where,
				`The mastery score is ${quoted(text)}.`,
				'Write a number from 0 to 100, or leave the element out.'
			)
		);
	else if (value <= 1)
		problems.push(
			warning(
				'low-mastery-score',
				where,
				`The mastery score is ${text} of 100; it may have been meant as ${value === 0 ? 'none' : `${value * 100}`}.`,
				'Write hundredths. Leave the element out where there is no passing score: LMSs read 0 differently.'
			)
		);
	const target = resources.find(({ identifier }) => identifier === element.attributes['identifierref']);
	if (target && target.scormType !== 'sco')
		problems.push(
			warning(
				'mastery-score-without-sco',
				where,
				'A mastery score stands at an item that is no SCO and so never sends a score.',
				'Take it out.'
			)
		);
	return problems;
}

/** Both default to false, and then an LMS awards what the content never said. Source: 2004 4th Ed. SN 3.13; SAP KBA 3403728. */
function checkSetByContent({ path, items, resources }: ScormManifest): PackageProblem[] {
	return items.flatMap(({ element, identifierref, isLeaf }) => {
		const isSco = resources.some(({ identifier, scormType }) => identifier === identifierref && scormType === 'sco');
		if (!isLeaf || !isSco) return [];
		const sequencing = childrenOf(element, 'sequencing')[0];
		// A collection of sequencing rules elsewhere in the manifest may say it; that is not followed.
		if (sequencing?.attributes['IDRef'] !== undefined) return [];
		const controls = childrenOf(sequencing, 'deliveryControls')[0]?.attributes ?? {};
		const missing = ['completionSetByContent', 'objectiveSetByContent'].filter((name) => !isTrue(controls[name]));
		return missing.length === 0
			? []
			: [
					warning(
						'not-set-by-content',
						`${path}:${element.line}`,
						`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not true: an LMS may show this as completed or passed because it was opened.`,
						'Write both as true in the deliveryControls of every SCO.'
					)
				];
	});
}

/** Observed: Moodle up to 5.1 stops importing at any `imsss:mapInfo`. */
function checkShared({ path, root }: ScormManifest): PackageProblem[] {
	const shared = within(root).find(isMapInfo);
	return shared
		? [
				warning(
					'shared-objectives',
					`${path}:${shared.line}`,
					'The package uses imsss:mapInfo, at which Moodle stops importing.',
					'For Moodle export without an order of modules. Other LMSs: try whether they keep the order.'
				)
			]
		: [];
}

function isMapInfo({ local }: XmlElement): boolean {
	return local === 'mapInfo';
}

function isTrue(value: string | undefined): boolean {
	return value === 'true' || value === '1';
}
