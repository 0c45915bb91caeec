import type { Check, WrittenModule } from '../check.ts';
import { wordCounter } from '../words.ts';
import { weighedDecisions } from './best-choices.ts';

/** The better choice is not the longest: in at most a third of the decisions. */
export const bestIsLongest: Check<WrittenModule> = {
	code: 'best-is-longest',
	severity: 'warning',
	find: ({ file, outline, shared }) => {
		const count = wordCounter(shared.settings);
		const decisions = weighedDecisions(file, outline);
		const longest = decisions.filter(({ choices }) => {
			const words = choices.map(({ say }) => count(say));
			const most = Math.max(...words);
			return words.filter((one) => one === most).length === 1 && choices[words.indexOf(most)]!.isBest;
		});
		if (longest.length * 3 <= decisions.length) return [];
		return [
			{
				path: ['chapters'],
				what: 'key' as const,
				message: `The best choice is the longest in ${longest.length} of ${decisions.length} decisions: ${longest.map(({ id }) => id).join(', ')}.`,
				hint: 'In at most a third: lengthen others or cut these, or length gives the answer away.'
			}
		];
	}
};
