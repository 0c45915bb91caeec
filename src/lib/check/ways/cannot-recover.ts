import type { Check, WalkedModule } from '../check.ts';
import { sumOf } from '../scores-of.ts';
import { canShowAll } from './points.ts';
import { sceneAt, type Walk } from './walk.ts';

/** Who takes the worst choice of the first decision can still show every objective. */
export const cannotRecover: Check<WalkedModule> = {
	code: 'cannot-recover',
	severity: 'warning',
	find: ({ walk, play, outline }) => {
		// Where nobody can, that is told by itself.
		if (play.objectives.length === 0 || canShowAll(walk, play.objectives, 0) === false) return [];
		return firstScored(walk).flatMap((at) => {
			const { edges } = walk.configurations[at]!;
			const worst = Math.min(...edges.map(({ points }) => sumOf(points ?? {})));
			const scene = sceneAt(walk, at);
			return edges.flatMap(({ to, points, choice }) => {
				if (sumOf(points ?? {}) > worst || canShowAll(walk, play.objectives, to, points ?? {}) !== false) return [];
				return [
					{
						path: [...outline.sceneAt(scene), ...(choice === null ? [] : ['choices', choice])],
						what: 'key' as const,
						message: `After ${choice === null ? `the worst answer to “${scene}”` : `“${choice}”`} no way shows every objective any more.`,
						hint: 'Who errs and recovers has to be able to: ask for fewer points, or give more later.'
					}
				];
			});
		});
	}
};

/** The first situations on any way in which points can be won or lost. */
function firstScored({ configurations }: Walk): number[] {
	const seen = new Set([0]);
	const found: number[] = [];
	for (const at of seen) {
		const { edges } = configurations[at]!;
		if (new Set(edges.map(({ points }) => sumOf(points ?? {}))).size > 1) found.push(at);
		else for (const { to } of edges) seen.add(to);
	}
	return found;
}
