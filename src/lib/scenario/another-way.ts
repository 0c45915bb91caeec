import { advance, decide } from './play.ts';
import type { Entry, PlayModule } from './module.ts';
import { replay, type Visit } from './replay.ts';
import { wayInForce } from './way.ts';

/**
 * What would have followed another choice: the scenes from right after it up to the next decision, activity or ending.
 * Nothing of it is saved. Empty where that choice was not offered.
 * @param decisionIndex index of the decision in the way in force, see `Visit.decisionIndex`
 */
export function anotherWay(module: PlayModule, entries: Entry[], decisionIndex: number, choice: string): Visit[] {
	const before = replay(module, wayInForce(entries).slice(0, decisionIndex));
	const decided = decide(module, before.state, { scene: before.at, choice });
	if (!decided.ok) return [];
	const { state, passed } = advance(module, decided.state);
	return [...passed, state].map(({ scene, facts }) => ({ scene, facts, decision: null, decisionIndex: null }));
}
