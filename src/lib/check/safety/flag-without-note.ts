import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** A sensitive topic in a scene is named before the module starts. */
export const flagWithoutNote: Check<WrittenModule> = {
	code: 'flag-without-note',
	severity: 'error',
	find: ({ file, outline }) => {
		const noted = new Set(file.content_notes.map(({ topic }) => topic));
		return outline.scenes.flatMap(({ id, path }) =>
			(sceneOf(file, path).flag ?? []).flatMap((topic, index) =>
				noted.has(topic)
					? []
					: [
							{
								path: [...path, 'flag', index],
								message: `“${id}” is flagged “${topic}”, and no content note names that.`,
								hint: `Add to content_notes: { topic: ${topic}, note: … }, in plain and specific words.`
							}
						]
			)
		);
	}
};
