import type { Check, WalkedModule } from '../check.ts';
import { readingOn } from './figures.ts';

/** A module takes fifteen minutes, the debrief included, and says so. */
export const tooLongToRead: Check<WalkedModule> = {
	code: 'too-long-to-read',
	severity: 'warning',
	find: ({ walk, play, file }) => {
		const { words, minutes } = readingOn(walk, play);
		if (minutes > MOST_MINUTES)
			return [
				{
					path: ['minutes'],
					message: `The longest way has ${words.toLocaleString('en')} words: ${minutes} minutes at 150 words a minute.`,
					hint: `At most ${MOST_MINUTES}, the debrief included.`
				}
			];
		if (minutes > file.minutes + 1)
			return [
				{
					path: ['minutes'],
					message: `The module says ${file.minutes} min; the longest way takes ${minutes} min.`,
					hint: 'Say what is true.'
				}
			];
		return [];
	}
};

const MOST_MINUTES = 15;
