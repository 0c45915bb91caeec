import { bestResponse, isActivity, worstResponse } from './activity.ts';
import { advance, decide, offered, start, type PlayState } from './play.ts';
import type { Decision, PlayModule } from './module.ts';

/**
 * Ways to each place where an attempt can be resumed (the scene right after a decision), shortest first: scene id →
 * ways. Every decision that one can have taken before a place is in one of its ways. Conditions are met as they come,
 * so what only an unusual history reaches may be missing.
 */
export function sampleWays(module: PlayModule): Map<string, Decision[][]> {
	const ways = new Map<string, Decision[][]>();
	const before = new Map<string, Set<string>>();
	let frontier: { state: PlayState; way: Decision[] }[] = [{ state: start(module), way: [] }];
	const met = new Set<string>();
	while (frontier.length > 0) {
		const next: typeof frontier = [];
		for (const { state, way } of frontier) {
			const brings = keep(state.scene, way);
			const waiting = advance(module, state).state;
			const key = `${waiting.scene} ${JSON.stringify(waiting.facts.chose)}`;
			if (met.has(key) || (met.size > 5000 && !brings)) continue;
			met.add(key);
			for (const decision of decisionsAt(module, waiting)) {
				const decided = decide(module, waiting, decision);
				if (decided.ok) next.push({ state: decided.state, way: [...way, decision] });
			}
		}
		frontier = next;
	}
	return ways;

	/** Keeps a way to a place that is new, or that has a decision which no way kept for it has. */
	function keep(place: string, way: Decision[]): boolean {
		const known = before.get(place);
		const taken = way.map((decision) => JSON.stringify(decision));
		if (known && taken.every((one) => known.has(one))) return false;
		before.set(place, new Set([...(known ?? []), ...taken]));
		ways.set(place, [...(ways.get(place) ?? []), way]);
		return true;
	}
}

function decisionsAt(module: PlayModule, state: PlayState): Decision[] {
	const scene = module.scenes[state.scene];
	if (isActivity(scene))
		return [bestResponse(scene), worstResponse(scene)].map((response) => ({ scene: state.scene, response }));
	return offered(module, state).map((choice) => ({ scene: state.scene, choice }));
}
