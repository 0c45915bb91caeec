import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { wordCounter } from '../words.ts';

/** A choice has at most 22 words. */
export const longChoice: Check<WrittenModule> = {
	code: 'long-choice',
	severity: 'warning',
	find: ({ file, outline, shared }) => {
		const count = wordCounter(shared.settings);
		return outline.scenes.flatMap(({ path }) =>
			Object.entries(sceneOf(file, path).choices ?? {}).flatMap(([id, { say }]) => {
				const words = count(say);
				if (words <= 22) return [];
				return [
					{
						path: [...path, 'choices', id, 'say'],
						message: `“${id}” has ${words} words.`,
						hint: 'At most 22: say it as one would say it aloud.'
					}
				];
			})
		);
	}
};
