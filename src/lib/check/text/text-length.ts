import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { wordCounter } from '../words.ts';

/** A scene has 40 to 90 words. */
export const textLength: Check<WrittenModule> = {
	code: 'text-length',
	severity: 'warning',
	find: ({ file, outline, shared }) => {
		const endings = Object.keys(file.endings).map((id) => ({
			id,
			path: ['endings', id] as const,
			text: file.endings[id]!.text,
			isShort: false
		}));
		const scenes = outline.scenes.map(({ id, path }) => {
			const scene = sceneOf(file, path);
			return {
				id,
				path,
				text: scene.text,
				isShort: scene.next !== undefined && kindsWithMore.some((key) => scene[key])
			};
		});
		const count = wordCounter(shared.settings);
		return [...scenes, ...endings].flatMap(({ id, path, text, isShort }) =>
			(typeof text === 'string'
				? [{ text, at: [...path, 'text'] }]
				: (text ?? []).map((one, index) => ({ text: one.text, at: [...path, 'text', index, 'text'] }))
			).flatMap(({ text: shown, at }) => {
				const words = count(shown);
				if (words > 90)
					return [
						{ path: at, message: `“${id}” has ${words} words.`, hint: 'A scene has 40 to 90: make two of it, or cut.' }
					];
				if (words < 40 && !isShort)
					return [
						{
							path: at,
							message: `“${id}” has ${words} words.`,
							hint: 'A scene has 40 to 90: show more of what happens.'
						}
					];
				return [];
			})
		);
	}
};

/** Beside these there is more to read in the scene than its text. */
const kindsWithMore = ['sort', 'select', 'reword', 'rate', 'reflect'] as const;
