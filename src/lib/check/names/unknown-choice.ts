import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** A choice that is named has to be one of its scene’s own. */
export const unknownChoice: Check<NamedModule> = {
	code: 'unknown-choice',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, {
			kinds: ['choice'],
			word: 'choice',
			// An unknown scene is told by itself.
			known: ({ of }, { outline }) => outline.sceneOf(of ?? '')?.choices ?? null,
			otherwise: ({ of }) => `Look at the choices of “${of}”.`
		})
};
