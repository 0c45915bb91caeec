import type { Check, WrittenModule } from '../check.ts';
import { sensitiveTopics } from '#lib/course/module-schema.ts';
import { sceneOf } from '../scene-of.ts';

/** A scene with a sensitive topic can be skipped with equal credit. */
export const flagWithoutSkip: Check<WrittenModule> = {
	code: 'flag-without-skip',
	severity: 'error',
	find: ({ file, outline }) =>
		outline.scenes.flatMap(({ id, path }) => {
			const { flag, skip } = sceneOf(file, path);
			const topic = flag?.find((one) => sensitiveTopics.includes(one));
			if (topic === undefined || skip) return [];
			return [
				{
					path: [...path, 'flag'],
					what: 'key' as const,
					message: `“${id}” is flagged “${topic}” and cannot be skipped.`,
					hint: 'Add “skip:” with two neutral sentences, and in a decision “as:” a choice.'
				}
			];
		})
};
