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
		const known = new Map<string, number>();
		const counted = texts.map(({ id, at, text }) => ({ id, at, counts: countsOf(text, known) }));
		const sum = (key: keyof Counts) => counted.reduce((total, { counts }) => total + counts[key], 0);
		const all = gradeOf({ sentence: sum('sentence'), word: sum('word'), syllable: sum('syllable') });
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
			...counted.flatMap(({ id, at, counts }) => {
				const grade = gradeOf(counts);
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

type Counts = { sentence: number; word: number; syllable: number };

/** Flesch-Kincaid grade; 0 where there is nothing to read. */
function gradeOf(counts: Counts): number {
	return counts.word === 0 ? 0 : fleschKincaid(counts);
}

/** Sentences, words and syllables of an English text; each word's syllables are counted once. */
function countsOf(text: string, known: Map<string, number>): Counts {
	const words = text.match(/[\p{L}\p{N}’'-]*[\p{L}\p{N}]/gu) ?? [];
	let syllables = 0;
	for (const word of words) {
		const count = known.get(word) ?? syllable(word);
		known.set(word, count);
		syllables += count;
	}
	const sentences = text.match(/\p{L}[^.!?…:;\n]*/gu)?.length ?? 0;
	return { sentence: Math.max(1, sentences), word: wordsIn(text), syllable: syllables };
}
