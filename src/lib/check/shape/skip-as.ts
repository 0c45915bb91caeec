import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** A skipped decision goes on with one of its choices, one that is always offered; other scenes just go on. */
export const skipAs: Check<WrittenModule> = {
	code: 'skip-as',
	severity: 'error',
	find: ({ outline, file }) =>
		outline.scenes.flatMap(({ path }) => {
			const { skip, choices } = sceneOf(file, path);
			if (!skip) return [];
			if (choices && skip.as === undefined)
				return [
					{
						path: [...path, 'skip'],
						what: 'key' as const,
						message: 'This skip does not say how the story goes on.',
						hint: 'Add “as:” with one of the choices.'
					}
				];
			if (!choices && skip.as !== undefined)
				return [
					{
						path: [...path, 'skip', 'as'],
						what: 'key' as const,
						message: 'Only a decision can be skipped “as” a choice.',
						hint: 'Take “as” out.'
					}
				];
			if (skip.as !== undefined && choices?.[skip.as]?.when !== undefined)
				return [
					{
						path: [...path, 'skip', 'as'],
						message: `“${skip.as}” is offered only under a condition.`,
						hint: 'Name a choice that is always offered.'
					}
				];
			return [];
		})
};
