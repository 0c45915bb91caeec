import type { Check, WrittenModule } from '../check.ts';
import { weighedDecisions } from './best-choices.ts';

/** Acting is the best choice at least twice in a module. */
export const actingNeverBest: Check<WrittenModule> = {
	code: 'acting-never-best',
	severity: 'warning',
	find: ({ file, outline }) => {
		const best = weighedDecisions(file, outline).filter(({ choices }) =>
			choices.some(({ move, isBest }) => move === 'act' && isBest)
		);
		if (best.length >= 2) return [];
		return [
			{
				path: ['chapters'],
				what: 'key' as const,
				message: `Acting is the best choice ${best.length === 0 ? 'nowhere' : `only in “${best[0]!.id}”`}.`,
				hint: 'At least twice. Mark such choices “move: act”.'
			}
		];
	}
};
