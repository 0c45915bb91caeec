import type { Check, WalkedModule } from '../check.ts';
import { shortestFromEach } from './measure.ts';

/** Some way through leaves an objective unshown: otherwise the points measure nothing. */
export const cannotFail: Check<WalkedModule> = {
	code: 'cannot-fail',
	severity: 'warning',
	find: ({ walk, play }) => {
		if (play.objectives.length === 0) return [];
		const fails = play.objectives.some(({ id, need }) => {
			const least = shortestFromEach(walk, {
				at: () => 0,
				along: (at, edge) => walk.configurations[at]!.edges[edge]!.points?.[id] ?? 0
			});
			return least[0]! < need;
		});
		return fails
			? []
			: [
					{
						path: ['objectives'],
						what: 'key' as const,
						message: 'Every way shows every objective.',
						hint: 'Ask for more points, or give fewer for the weaker choices.'
					}
				];
	}
};
