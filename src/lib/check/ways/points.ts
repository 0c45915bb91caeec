import type { Objective, Points } from '#lib/scenario/module.ts';
import { endsAt, sceneAt, type Walk } from './walk.ts';

/** Points collected on the way to a configuration; each scene counts with its latest visit. */
type Label = { at: number; sums: number[]; before: Label | null; scene: string; earned: number[] | null };

/** So many labels are enough for any story that a person could oversee; beyond it nothing is claimed. */
const MOST_LABELS = 400_000;

/**
 * Whether some way from a configuration to an ending shows every objective, that is earns its need.
 * Only ways that are no worse in every objective than another to the same place are followed up.
 * @param given points brought along, per objective in the order of `objectives`
 * @returns null where there are too many ways to tell
 */
export function canShowAll(walk: Walk, objectives: readonly Objective[], from: number, given?: Points): boolean | null {
	const kept = new Map<number, Label[]>();
	const waiting: Label[] = [];
	let count = 0;
	const sums = objectives.map(({ id }) => given?.[id] ?? 0);
	const offer = (label: Label) => {
		const others = kept.get(label.at) ?? [];
		if (
			others.some((other) =>
				objectives.every(({ need }, index) => atLeast(other.sums[index]!, label.sums[index]!, need))
			)
		)
			return;
		kept.set(label.at, [
			...others.filter(
				(other) => !objectives.every(({ need }, index) => atLeast(label.sums[index]!, other.sums[index]!, need))
			),
			label
		]);
		waiting.push(label);
		count += 1;
	};
	offer({ at: from, sums, before: null, scene: '', earned: null });
	while (waiting.length > 0) {
		if (count > MOST_LABELS) return null;
		const label = waiting.pop()!;
		if (endsAt(walk, label.at) && objectives.every(({ need }, index) => label.sums[index]! >= need)) return true;
		const scene = sceneAt(walk, label.at);
		for (const { to, points } of walk.configurations[label.at]!.edges) {
			if (points === null) {
				offer({ ...label, at: to, before: label, scene, earned: null });
				continue;
			}
			const earned = objectives.map(({ id }) => points[id] ?? 0);
			const earlier = earnedBefore(label, scene);
			offer({
				at: to,
				sums: label.sums.map((sum, index) => sum + earned[index]! - (earlier?.[index] ?? 0)),
				before: label,
				scene,
				earned
			});
		}
	}
	return false;
}

/** Whether one sum shows an objective at least as well as another; beyond the need there is nothing more to show. */
function atLeast(left: number, right: number, need: number): boolean {
	return Math.min(left, need) >= Math.min(right, need);
}

function earnedBefore(label: Label, scene: string): number[] | null {
	for (let step: Label | null = label; step; step = step.before)
		if (step.scene === scene && step.earned) return step.earned;
	return null;
}
