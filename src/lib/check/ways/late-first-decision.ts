import type { Check, WalkedModule } from '../check.ts';
import { wordsToFirstDecision } from './figures.ts';

/** The first decision comes within 90 seconds. */
export const lateFirstDecision: Check<WalkedModule> = {
	code: 'late-first-decision',
	severity: 'warning',
	find: ({ walk, play, outline }) => {
		const late = wordsToFirstDecision(walk, play);
		if (late === null || late.words <= MOST_WORDS) return [];
		return [
			{
				path: outline.sceneAt(late.scene),
				what: 'key' as const,
				message: `The first decision comes after ${late.words} words.`,
				hint: `At most ${MOST_WORDS}, which is 90 seconds: let it begin later in the story.`
			}
		];
	}
};

const MOST_WORDS = 225;
