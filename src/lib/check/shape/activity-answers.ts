import type { Check, WrittenModule } from '../check.ts';
import type { Path } from '#lib/course/yaml-source.ts';
import type { Finding } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** An activity offers something to decide and can be answered well. */
export const activityAnswers: Check<WrittenModule> = {
	code: 'activity-answers',
	severity: 'error',
	find: ({ outline, file }) =>
		outline.scenes.flatMap(({ path }) => {
			const { sort, select, reword } = sceneOf(file, path);
			const found: Finding[] = [];
			const say = (at: Path, message: string, hint: string) =>
				found.push({ path: [...path, ...at], what: 'key', message, hint });
			if (sort) {
				if (Object.keys(sort.into).length < 2)
					say(['sort', 'into'], 'There are fewer than two groups to sort into.', 'Add a group.');
				if (Object.keys(sort.items).length < 2)
					say(['sort', 'items'], 'There are fewer than two items to sort.', 'Add an item.');
			}
			if (select) {
				const options = Object.values(select.options);
				if (options.length < 2) say(['select', 'options'], 'There are fewer than two options.', 'Add an option.');
				else if (!options.some(({ applies }) => applies))
					say(['select', 'options'], 'None of the options applies.', 'Set “applies: true” on those that do.');
			}
			for (const [id, phrase] of Object.entries(reword?.phrases ?? {})) {
				const at = ['reword', 'phrases', id];
				if (Object.keys(phrase.options).length === 0)
					say(at, `“${id}” has no other wording to choose.`, 'Write at least one option.');
				if (!phrase.keep.fits && !Object.values(phrase.options).some(({ fits }) => fits))
					say(at, `No answer to “${id}” fits.`, 'Set “fits: true” on the good ones, or on “keep”.');
			}
			if (reword && Object.keys(reword.phrases).length === 0)
				say(['reword', 'phrases'], 'There is no phrase to reword.', 'Write one.');
			return found;
		})
};
