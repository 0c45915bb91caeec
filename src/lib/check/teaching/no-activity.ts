import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** A module has at least one activity. */
export const noActivity: Check<WrittenModule> = {
	code: 'no-activity',
	severity: 'warning',
	find: ({ file, outline }) => {
		const has = outline.scenes.some(({ path }) => {
			const { sort, select, reword } = sceneOf(file, path);
			return sort ?? select ?? reword;
		});
		return has
			? []
			: [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: 'The module has no activity.',
						hint: 'Write a sort, a select or a reword.'
					}
				];
	}
};
