import type { Check, WrittenModule } from '../check.ts';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { rendererFor } from '#lib/course/markdown.ts';
import { sceneOf } from '../scene-of.ts';
import { withoutMarks, wordsIn } from '../words.ts';

/** Plain English, about grade 7: a scene at most 10, the module at most 8. */
export const readingLevel: Check<WrittenModule> = {
	code: 'reading-level',
	severity: 'warning',
	find: ({ file, outline, course, shared }) => {
		if (course.course.file && !course.course.file.language.startsWith('en')) return [];
		const { plain } = rendererFor(shared.settings);
		const texts = outline.scenes.flatMap(({ id, path }) => {
			const { text } = sceneOf(file, path);
			const variants =
				typeof text === 'string'
					? [{ text, at: [...path, 'text'] }]
					: (text ?? []).map((one, index) => ({ text: one.text, at: [...path, 'text', index, 'text'] }));
			return variants.map((one) => ({ id, at: one.at, text: withoutMarks(plain(one.text)) }));
		});
		const all = gradeOf(texts.map(({ text }) => text).join('\n\n'));
		return [
			...(all > 8
				? [
						{
							path: ['title'],
							message: `The module reads at grade ${all.toFixed(1)}.`,
							hint: 'About 7: shorter sentences, everyday words.'
						}
					]
				: []),
			...texts.flatMap(({ id, at, text }) => {
				const grade = gradeOf(text);
				return grade > 10
					? [
							{
								path: at,
								message: `“${id}” reads at grade ${grade.toFixed(1)}.`,
								hint: 'About 7: shorter sentences, everyday words.'
							}
						]
					: [];
			})
		];
	}
};

/** Flesch-Kincaid grade of an English text; 0 where there is nothing to read. */
export function gradeOf(text: string): number {
	const word = wordsIn(text);
	if (word === 0) return 0;
	const sentence = Math.max(1, text.match(/[^.!?…:;\n]*\p{L}[^.!?…:;\n]*(?:[.!?…:;]+|\n|$)/gu)?.length ?? 1);
	return fleschKincaid({ sentence, word, syllable: syllable(text) });
}
