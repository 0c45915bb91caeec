import { createHash } from 'node:crypto';
import { checkCmi5 } from './cmi5/check-cmi5.ts';
import { checkNames } from './files/check-names.ts';
import { checkThirdParties } from './files/check-third-parties.ts';
import { weigh } from './files/weights.ts';
import { identify } from './identify.ts';
import { checkOwn, suspendLimits } from './own/check-own.ts';
import { readOwn, type OwnModule } from './own/read-own.ts';
import { recordedOf } from './own/recorded.ts';
import type { PackageUnderCheck } from './package-under-check.ts';
import { error, warning, type PackageProblem } from './problem.ts';
import type { Played, Report, Run } from './report.ts';
import { checkScorm } from './scorm/check-scorm.ts';
import { titleOf } from './title-of.ts';
import { checkWeb } from './web/check-web.ts';
import { checkTincan } from './xapi/check-tincan.ts';
import { readZip } from './zip/read-zip.ts';
import { zipLimits, type ZipLimits } from './zip/limits.ts';
import { validateManifest, type ControlDocuments } from './scorm/validate.ts';

/** What a check needs from outside. */
export type VerifyOptions = {
	fileName: string;
	/** Which program checked, and when. */
	checkedBy: string;
	now: Date;
	/** The official schemas; empty where the player was not built. */
	controlDocuments: ControlDocuments;
	limits?: ZipLimits;
	/** Plays the package in a browser; left out, it is only looked at. */
	play?: (found: PackageUnderCheck, modules: OwnModule[]) => Promise<Played>;
};

const mostProblems = 200;

/**
 * Checks a package, whoever made it: reads it safely, tells what it is, and finds what would go wrong in an LMS.
 * Never throws for anything that a package can hold.
 */
export async function verifyPackage(zip: Uint8Array, options: VerifyOptions): Promise<Report> {
	const report: Report = {
		format: 1,
		checkedBy: options.checkedBy,
		checkedAt: options.now.toISOString(),
		file: { name: options.fileName, bytes: zip.length, sha256: createHash('sha256').update(zip).digest('hex') },
		verdict: 'refused',
		kind: null,
		title: null,
		problems: [],
		weights: null,
		modules: [],
		notChecked: [],
		runs: []
	};
	const read = await readZip(zip, options.limits ?? zipLimits);
	if (!read.ok) return { ...report, problems: [read.problem] };
	const { files } = read;
	const identified = identify(files);
	const { found } = identified;
	const weights = weigh(files);
	const seen = [...read.problems, ...identified.problems, ...checkNames(files), ...checkThirdParties(files)];
	if (!found) return concluded({ ...report, weights, problems: seen });

	const own = readOwn(files);
	const byStandard = await checkByStandard(found, options.controlDocuments);
	const played = options.play
		? await options.play(found, own.modules)
		: { runs: [], notPlayed: 'It was only looked at.' };
	return concluded({
		...report,
		kind: found.kind,
		title: titleOf(found),
		weights,
		problems: [
			...seen,
			...byStandard.problems,
			...own.problems,
			...checkOwn(found, own.modules),
			...played.runs.flatMap(problemsOf)
		],
		modules: own.modules.map((module) => ({
			page: module.page,
			title: module.title,
			revision: module.revision,
			language: module.language,
			isDraft: !module.isReviewed,
			isTrial: !module.hasContacts,
			worstSuspendData: module.worstSuspendData,
			suspendLimit: suspendLimits[module.standard] ?? null,
			recorded: recordedOf(module)
		})),
		notChecked: [
			...byStandard.notChecked,
			...(played.notPlayed === null ? [] : [`Whether it runs: it was not played. ${played.notPlayed}`]),
			...(own.modules.length > 0 ? [] : ['What it records and how it resumes: that shows only when it is played.'])
		],
		runs: played.runs
	});
}

async function checkByStandard(
	found: PackageUnderCheck,
	documents: ControlDocuments
): Promise<{ problems: PackageProblem[]; notChecked: string[] }> {
	switch (found.kind) {
		case 'cmi5':
			return { problems: checkCmi5(found), notChecked: ['The XML schema of cmi5: its rules were checked one by one.'] };
		case 'xapi':
			return { problems: checkTincan(found), notChecked: [] };
		case 'web':
			return { problems: checkWeb(found), notChecked: [] };
		default: {
			const faults = await validateManifest(found, documents);
			return {
				problems: [...(faults ?? []), ...checkScorm(found)],
				notChecked: faults === null ? ['The manifest against the official schemas: they are not at hand.'] : []
			};
		}
	}
}

/** What a run found, as problems: it is in the list that is read first. */
function problemsOf({ faults, blocked, page, outcome, name, seen }: Run): PackageProblem[] {
	const shown = faults.slice(0, 3).join(' · ');
	return [
		...(faults.length > 0
			? [
					error(
						'run-faults',
						page,
						`${name}: ${faults.length === 1 ? 'one call was' : `${faults.length} calls were`} not as the standard has it: ${shown}`,
						'The run below lists every call. Send it to whoever made the package.'
					)
				]
			: []),
		...(outcome === 'not-finished'
			? [
					error(
						'run-not-finished',
						page,
						`${name}: ${seen.at(-1) ?? 'it did not get to its end.'}`,
						'Open it by hand and see where it stops.'
					)
				]
			: []),
		...(blocked.length > 0
			? [
					warning(
						'third-party-request',
						page,
						`${name}: the page asked other servers for ${blocked.slice(0, 3).join(', ')}.`,
						'Ask whoever made it to pack what it needs. The requests were refused here.'
					)
				]
			: [])
	];
}

function concluded(report: Report): Report {
	const sorted = [...report.problems].sort(
		(left, right) => Number(left.severity === 'warning') - Number(right.severity === 'warning')
	);
	const problems = sorted.slice(0, mostProblems);
	const notChecked =
		sorted.length > mostProblems
			? [...report.notChecked, `${sorted.length - mostProblems} more problems are not listed.`]
			: report.notChecked;
	const hasErrors = problems.some(({ severity }) => severity === 'error');
	return { ...report, problems, notChecked, verdict: hasErrors ? 'problems' : problems.length > 0 ? 'traps' : 'fine' };
}
