import { pointsFor } from './condition.ts';
import type { Facts, PlayModule } from './module.ts';

/** What an attempt shows, 0..1, per objective and in all. */
export type Score = { scaled: number; objectives: Record<string, number> };

/**
 * The score of an attempt: per objective min(1, points ÷ need), counting each scene's latest visit; the module's is the
 * mean over its objectives. So nobody gains by avoiding decisions, and who errs and recovers can pass.
 * A module without objectives scores 1. Source: docs/what-is-recorded.md.
 */
export function scoreModule(module: PlayModule, facts: Facts): Score {
	const objectives = Object.fromEntries(
		module.objectives.map(({ id, need }) => [id, Math.min(1, pointsFor(facts, id) / need)])
	);
	const shares = Object.values(objectives);
	const sum = shares.reduce((total, share) => total + share, 0);
	return { scaled: shares.length === 0 ? 1 : sum / shares.length, objectives };
}
