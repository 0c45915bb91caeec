import type { Standard } from '#lib/scenario/packaged-module.ts';
import { isScorm, type PackageUnderCheck } from '../package-under-check.ts';
import { error, warning, type PackageProblem } from '../problem.ts';
import type { OwnModule } from './read-own.ts';

/** How much suspend data every LMS of a standard has to keep, in characters. Source: SCORM 1.2 RTE 3.4.3; 2004 RTE 4.2.21. */
export const suspendLimits: Partial<Record<Standard, number>> = {
	scorm12: 4096,
	'scorm2004-3': 64_000,
	'scorm2004-4': 64_000
};

/** What only a package of ours can be asked. */
export function checkOwn({ kind }: PackageUnderCheck, modules: OwnModule[]): PackageProblem[] {
	return [...checkMarks(modules), ...modules.flatMap((module) => checkModule(kind, module))];
}

function checkModule(
	kind: PackageUnderCheck['kind'],
	{ page, title, standard, worstSuspendData }: OwnModule
): PackageProblem[] {
	const limit = suspendLimits[standard];
	return [
		...(limit !== undefined && worstSuspendData > limit
			? [
					error(
						'suspend-data-too-long',
						page,
						`${title}: a long way comes to ${worstSuspendData} characters of suspend data; this standard promises ${limit}.`,
						'Split the module, or export it for SCORM 2004.'
					)
				]
			: []),
		...(isScorm(kind) && kind !== standard
			? [
					error(
						'standard-mismatch',
						page,
						`${title} was exported for another standard than the manifest says.`,
						'Export the package again instead of changing its manifest.'
					)
				]
			: [])
	];
}

/** What the title in the LMS says as well: not reviewed yet, or nobody named to talk to. */
function checkMarks(modules: OwnModule[]): PackageProblem[] {
	const drafts = modules.filter(({ isReviewed }) => !isReviewed);
	const trials = modules.filter(({ hasContacts }) => !hasContacts);
	const titles = (some: OwnModule[]) => some.map(({ title }) => title).join(', ');
	return [
		...(drafts[0]
			? [
					warning(
						'draft',
						drafts[0].page,
						`A draft: no peer worker has reviewed this as it stands: ${titles(drafts)}.`,
						'Have it reviewed before staff are asked to do it.'
					)
				]
			: []),
		...(trials[0]
			? [
					warning(
						'trial',
						trials[0].page,
						'A trial: learners are told of nobody whom they could talk to.',
						'Set support-contacts in the settings and export again.'
					)
				]
			: [])
	];
}
