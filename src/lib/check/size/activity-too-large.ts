import type { Check, CompiledModule } from '../check.ts';
import { isActivity } from '#lib/scenario/activity.ts';
import { responseCount } from '#lib/scenario/codec.ts';

/** An answer to an activity fits into 24 bits. */
export const activityTooLarge: Check<CompiledModule> = {
	code: 'activity-too-large',
	severity: 'error',
	find: ({ play, outline }) =>
		Object.values(play.scenes).flatMap((scene) => {
			if (!isActivity(scene) || responseCount(scene) <= 2 ** 24) return [];
			const bits = Math.ceil(Math.log2(responseCount(scene)));
			return [
				{
					path: outline.sceneAt(scene.id),
					what: 'key' as const,
					message: `An answer to “${scene.id}” takes ${bits} bits.`,
					hint: 'At most 24: fewer items or fewer options, or two activities.'
				}
			];
		})
};
