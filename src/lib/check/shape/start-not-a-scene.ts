import type { Check, WrittenModule } from '../check.ts';

/** A module starts with a scene, and every chapter has one. */
export const startNotAScene: Check<WrittenModule> = {
	code: 'start-not-a-scene',
	severity: 'error',
	find: ({ file, outline }) => [
		...(outline.names('ending').includes(file.start)
			? [{ path: ['start'], message: `“${file.start}” is an ending.`, hint: 'Start with a scene.' }]
			: []),
		...file.chapters.flatMap(({ id, scenes }, index) =>
			Object.keys(scenes).length === 0
				? [
						{
							path: ['chapters', index, 'scenes'],
							what: 'key' as const,
							message: `The chapter “${id}” has no scenes.`,
							hint: 'Write one, or take the chapter out.'
						}
					]
				: []
		)
	]
};
