import { describe, expect, it } from 'vitest';
import { findNotes } from './find-notes.ts';

const notes = [
	{
		id: 'a',
		day: '2026-11-20',
		moduleTitle: 'The Sorting Room',
		prompt: 'What stayed?',
		text: 'Femi’s café, and the Post.'
	},
	{ id: 'b', day: '2026-11-19', moduleTitle: 'Ten Feet Wide', prompt: 'What stayed?', text: 'Two desks.' }
];
const found = (search: string) => findNotes(notes, search).map(({ id }) => id);

describe('searching one’s journal', () => {
	it('shows everything for an empty search', () => expect(found('  ')).toEqual(['a', 'b']));
	it('finds words in the note, the question and the module’s title', () => {
		expect(found('desks')).toEqual(['b']);
		expect(found('stayed')).toEqual(['a', 'b']);
		expect(found('sorting')).toEqual(['a']);
	});
	it('takes no notice of case and accents', () => expect(found('CAFE post')).toEqual(['a']));
	it('wants every word', () => expect(found('desks sorting')).toEqual([]));
});
