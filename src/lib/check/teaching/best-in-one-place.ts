import type { Check, WrittenModule } from '../check.ts';
import { weighedDecisions } from './best-choices.ts';

/** The better choice stands now here, now there: in no place in more than two of five decisions. */
export const bestInOnePlace: Check<WrittenModule> = {
	code: 'best-in-one-place',
	severity: 'warning',
	find: ({ file, outline }) => {
		// Where two are best, the place tells nothing.
		const decisions = weighedDecisions(file, outline).filter(
			({ choices }) => choices.filter(({ isBest }) => isBest).length === 1
		);
		const places = decisions.map(({ choices }) => choices.findIndex(({ isBest }) => isBest));
		return [...new Set(places)].flatMap((place) => {
			const count = places.filter((one) => one === place).length;
			// Three places among seven decisions cannot be spread better than three, two, two.
			if (count <= Math.max(Math.ceil(places.length / 3), Math.floor(places.length * 0.4))) return [];
			const ids = decisions.filter((_, index) => places[index] === place).map(({ id }) => id);
			return [
				{
					path: ['chapters'],
					what: 'key' as const,
					message: `The best choice stands in place ${place + 1} in ${count} of ${places.length} decisions: ${ids.join(', ')}.`,
					hint: 'In at most 40 %: change the order in some of them, before anybody has started the module.'
				}
			];
		});
	}
};
