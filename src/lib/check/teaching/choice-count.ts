import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** A decision usually has three choices, and never more than four. */
export const choiceCount: Check<WrittenModule> = {
	code: 'choice-count',
	severity: 'warning',
	find: ({ file, outline }) =>
		outline.scenes.flatMap(({ id, path }) => {
			const count = Object.keys(sceneOf(file, path).choices ?? {}).length;
			return count <= 4
				? []
				: [
						{
							path: [...path, 'choices'],
							what: 'key' as const,
							message: `“${id}” has ${count} choices.`,
							hint: 'Usually three, at most four.'
						}
					];
		})
};
