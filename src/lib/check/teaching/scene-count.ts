import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** A module has 25 to 40 scenes. */
export const sceneCount: Check<WrittenModule> = {
	code: 'scene-count',
	severity: 'warning',
	find: ({ outline, file }) => {
		const count =
			outline.scenes.filter(({ path }) => sceneOf(file, path).route === undefined).length +
			Object.keys(file.endings).length;
		return count >= 25 && count <= 40
			? []
			: [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: `The module has ${count} scenes, endings included.`,
						hint: 'A module has 25 to 40.'
					}
				];
	}
};
