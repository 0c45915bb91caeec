import type { Check, WrittenModule } from '../check.ts';
import type { Finding } from '../check.ts';

/** A meter goes upwards, starts inside its range and its bands cover it. */
export const meterRange: Check<WrittenModule> = {
	code: 'meter-range',
	severity: 'error',
	find: ({ file }) =>
		Object.entries(file.meters ?? {}).flatMap(([id, { from, to, start, bands }]) => {
			const found: Finding[] = [];
			const say = (key: string, message: string, hint: string) =>
				found.push({ path: ['meters', id, key], message, hint });
			if (from >= to) say('to', `“${id}” goes from ${from} to ${to}.`, '“to” has to be greater than “from”.');
			else if (start < from || start > to)
				say('start', `“${id}” starts at ${start}, outside ${from} to ${to}.`, 'Start inside the range.');
			const lowest = Object.values(bands);
			if (new Set(lowest).size < lowest.length || lowest.some((value) => value < from || value > to))
				say(
					'bands',
					`The bands of “${id}” do not each begin at a number of their own from ${from} to ${to}.`,
					'Give each its lowest value.'
				);
			else if (lowest.length > 0 && Math.min(...lowest) !== from)
				say('bands', `No band of “${id}” begins at ${from}.`, 'The lowest band begins where the meter does.');
			return found;
		})
};
