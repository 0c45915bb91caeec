import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** One decision of a module stays open between two defensible answers. */
export const noOpenDecision: Check<WrittenModule> = {
	code: 'no-open-decision',
	severity: 'warning',
	find: ({ file, outline }) =>
		outline.scenes.some(({ path }) => sceneOf(file, path).open)
			? []
			: [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: 'No decision stays open between two defensible answers.',
						hint: 'Write one, and mark it “open: true”.'
					}
				]
};
