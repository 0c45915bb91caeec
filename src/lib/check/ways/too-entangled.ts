import type { Check, WalkedModule } from '../check.ts';
import { MOST_CONFIGURATIONS } from './walk.ts';

/** What is remembered at once stays small enough to be overseen. */
export const tooEntangled: Check<WalkedModule> = {
	code: 'too-entangled',
	severity: 'error',
	find: ({ walk }) =>
		walk.isEntangled
			? [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: `More than ${MOST_CONFIGURATIONS.toLocaleString('en')} different situations are possible; the ways were not walked to the end.`,
						hint: 'Let fewer conditions refer back to far earlier decisions, or fewer meters be asked about late.'
					}
				]
			: []
};
