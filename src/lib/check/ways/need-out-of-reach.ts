import type { Check, WalkedModule } from '../check.ts';
import { canShowAll } from './points.ts';

/** Some way through shows every objective. */
export const needOutOfReach: Check<WalkedModule> = {
	code: 'need-out-of-reach',
	severity: 'error',
	find: ({ walk, play }) => {
		const alone = play.objectives.filter((objective) => canShowAll(walk, [objective], 0) === false);
		if (alone.length > 0)
			return alone.map(({ id, need }) => ({
				path: ['objectives', id, 'need'],
				message: `No way earns the ${need} points that “${id}” needs.`,
				hint: 'Ask for fewer, or give more points for it.'
			}));
		if (play.objectives.length === 0 || canShowAll(walk, play.objectives, 0) !== false) return [];
		return [
			{
				path: ['objectives'],
				what: 'key' as const,
				message: 'No single way earns what all objectives need together.',
				hint: 'Ask for fewer points, or let a way lead past more of the decisions that earn them.'
			}
		];
	}
};
