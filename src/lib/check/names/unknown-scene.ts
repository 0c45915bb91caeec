import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** Every scene, ending or moment that a file names has to be there. */
export const unknownScene: Check<NamedModule> = {
	code: 'unknown-scene',
	severity: 'error',
	find: (subject) => [
		...unknownNames(subject, {
			kinds: ['target'],
			word: 'scene or ending',
			known: (_, { outline }) => outline.targets
		}),
		...unknownNames(subject, {
			kinds: ['scene', 'moment'],
			word: 'scene',
			known: (_, { outline }) => outline.names('scene')
		})
	]
};
