import type { Check, WrittenModule } from '../check.ts';
import { weighedDecisions } from './best-choices.ts';

/** Asking is the weaker choice at least twice in a module. */
export const askingAlwaysBest: Check<WrittenModule> = {
	code: 'asking-always-best',
	severity: 'warning',
	find: ({ file, outline }) => {
		const weaker = weighedDecisions(file, outline).filter(({ choices }) =>
			choices.some(({ move, isBest }) => move === 'ask' && !isBest)
		);
		if (weaker.length >= 2) return [];
		return [
			{
				path: ['chapters'],
				what: 'key' as const,
				message: `Asking is the weaker choice ${weaker.length === 0 ? 'nowhere' : `only in “${weaker[0]!.id}”`}.`,
				hint: 'At least twice: too late, the wrong person, or it hands the work over. Mark such choices “move: ask”.'
			}
		];
	}
};
