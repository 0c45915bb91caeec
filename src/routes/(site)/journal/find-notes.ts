import type { JournalNote } from '#lib/server/journal.ts';

/** The notes that hold every word of the search, in any of their texts, whatever the case and the accents. */
export function findNotes(notes: JournalNote[], search: string): JournalNote[] {
	const words = fold(search).split(/\s+/).filter(Boolean);
	return notes.filter(({ moduleTitle, prompt, text }) => {
		const whole = fold([moduleTitle, prompt, text].join(' '));
		return words.every((word) => whole.includes(word));
	});
}

function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
