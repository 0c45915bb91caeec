import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { scoresOf } from '../scores-of.ts';

/** Every scene that earns points cites the claims it teaches, in its debrief. */
export const scoredWithoutClaim: Check<WrittenModule> = {
	code: 'scored-without-claim',
	severity: 'error',
	find: ({ file, outline }) =>
		outline.scenes.flatMap(({ id, path }) => {
			const scene = sceneOf(file, path);
			if (scene.debrief || scoresOf(scene).length === 0) return [];
			// An activity gives its reasons item by item; a decision has nothing else to rest on.
			const severity = scene.choices ? ('error' as const) : ('warning' as const);
			return [
				{
					path,
					severity,
					what: 'key' as const,
					message: `“${id}” earns points and cites no claim.`,
					hint: 'Add a debrief with finding, limits and claims, or take the points out.'
				}
			];
		})
};
