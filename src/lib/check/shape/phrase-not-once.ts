import type { Check, WrittenModule } from '../check.ts';
import { phrasesIn } from '../references.ts';
import { sceneOf } from '../scene-of.ts';

/** Every phrase of a reword stands in its document exactly once. */
export const phraseNotOnce: Check<WrittenModule> = {
	code: 'phrase-not-once',
	severity: 'error',
	find: ({ outline, file }) =>
		outline.scenes.flatMap(({ path }) => {
			const { reword } = sceneOf(file, path);
			const marked = phrasesIn(reword?.document).map(({ name }) => name);
			return Object.keys(reword?.phrases ?? {}).flatMap((id) => {
				const times = marked.filter((name) => name === id).length;
				if (times === 1) return [];
				return [
					{
						path: [...path, 'reword', 'phrases', id],
						what: 'key' as const,
						message: `The document holds {phrase: ${id}} ${times === 0 ? 'nowhere' : `${times} times`}.`,
						hint: 'Mark its place in the document once.'
					}
				];
			});
		})
};
