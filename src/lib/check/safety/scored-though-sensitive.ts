import type { Check, WrittenModule } from '../check.ts';
import { unscoredTopics } from '#lib/course/module-schema.ts';
import { sceneOf } from '../scene-of.ts';
import { scoresOf } from '../scores-of.ts';

/** What is right about suicide or compulsion is for the local procedure to say: such scenes earn no points. */
export const scoredThoughSensitive: Check<WrittenModule> = {
	code: 'scored-though-sensitive',
	severity: 'error',
	find: ({ file, outline }) =>
		outline.scenes.flatMap(({ id, path }) => {
			const scene = sceneOf(file, path);
			const topic = scene.flag?.find((one) => unscoredTopics.includes(one));
			if (topic === undefined) return [];
			return scoresOf(scene).map(({ path: at }) => ({
				path: [...path, ...at],
				what: 'key' as const,
				message: `“${id}” is flagged “${topic}” and earns points.`,
				hint: 'Take the points out; the local procedure decides what is right here.'
			}));
		})
};
