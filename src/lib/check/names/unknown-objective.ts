import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** Points and conditions name objectives of the module. */
export const unknownObjective: Check<NamedModule> = {
	code: 'unknown-objective',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, {
			kinds: ['objective'],
			word: 'objective',
			known: (_, { outline }) => outline.names('objective')
		})
};
