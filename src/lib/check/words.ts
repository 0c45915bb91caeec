import { rendererFor } from '#lib/course/markdown.ts';
import type { Settings } from '#lib/course/settings-schema.ts';

/** Words in an author's text as a learner reads it: settings filled in, marks of Markdown taken away. */
export function wordCounter(settings: Settings): (text: string) => number {
	const { plain } = rendererFor(settings);
	return (text) => wordsIn(withoutMarks(plain(text)));
}

/** Words in a text or in HTML: runs of letters and digits; what hyphens and apostrophes join is one word. */
export function wordsIn(text: string): number {
	return text.replace(/<[^>]*>|&[a-z]+;/g, ' ').match(/[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Markdown as plain text: a link becomes its words, emphasis loses its marks. */
export function withoutMarks(text: string): string {
	return text
		.replace(/\{phrase:[^}]*\}/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[*_>#]/g, ' ');
}
