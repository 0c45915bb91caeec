import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** An aside that a scene offers has to be written. */
export const unknownAside: Check<NamedModule> = {
	code: 'unknown-aside',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, { kinds: ['aside'], word: 'aside', known: (_, { outline }) => outline.names('aside') })
};
