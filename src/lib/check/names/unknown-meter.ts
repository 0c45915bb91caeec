import type { Check, NamedModule } from '../check.ts';
import { unknownNames } from '../unknown-name.ts';

/** Effects and conditions name meters of the module. */
export const unknownMeter: Check<NamedModule> = {
	code: 'unknown-meter',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, { kinds: ['meter'], word: 'meter', known: (_, { outline }) => outline.names('meter') })
};
