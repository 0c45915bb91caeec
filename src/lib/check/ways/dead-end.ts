import type { Check, WalkedModule } from '../check.ts';
import { shortestFromEach } from './measure.ts';
import { sceneAt } from './walk.ts';

/** From everywhere an ending can be reached. */
export const deadEnd: Check<WalkedModule> = {
	code: 'dead-end',
	severity: 'error',
	find: ({ walk, outline }) => {
		const toEnding = shortestFromEach(walk, { at: () => 0, along: () => 0 });
		const stuck = [
			...new Set(
				walk.configurations.flatMap((_, index) => (toEnding[index] === Infinity ? [sceneAt(walk, index)] : []))
			)
		];
		return stuck.map((id) => ({
			path: outline.sceneAt(id),
			what: 'key' as const,
			message: `Who comes to “${id}” in one way or another can no longer reach an ending.`,
			hint: 'Look where its ways lead, and at the conditions on them.'
		}));
	}
};
