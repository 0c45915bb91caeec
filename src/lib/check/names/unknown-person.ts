import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** Who is in a scene has to be in the cast of the module or of the course. */
export const unknownPerson: Check<NamedModule> = {
	code: 'unknown-person',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, { kinds: ['person'], word: 'person', known: (_, { outline }) => outline.names('person') })
};
