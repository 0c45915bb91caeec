import { bestResponse, isActivity, worstResponse } from './activity.ts';
import { advance, decide, offered, start, type PlayState } from './play.ts';
import type { Decision, PlayModule } from './module.ts';

/**
 * One way to each place where an attempt can be resumed (the scene right after a decision), shortest first: scene id →
 * decisions. Conditions are met as they come, so a place that only an unusual history reaches may be missing.
 */
export function sampleWays(module: PlayModule): Map<string, Decision[]> {
	const ways = new Map<string, Decision[]>();
	let frontier: { state: PlayState; way: Decision[] }[] = [{ state: start(module), way: [] }];
	const met = new Set<string>();
	while (frontier.length > 0) {
		const next: typeof frontier = [];
		for (const { state, way } of frontier) {
			if (!ways.has(state.scene)) ways.set(state.scene, way);
			const waiting = advance(module, state).state;
			const key = `${waiting.scene} ${JSON.stringify(waiting.facts.chose)}`;
			if (met.has(key) || met.size > 5000) continue;
			met.add(key);
			for (const decision of decisionsAt(module, waiting)) {
				const decided = decide(module, waiting, decision);
				if (decided.ok) next.push({ state: decided.state, way: [...way, decision] });
			}
		}
		frontier = next;
	}
	return ways;
}

function decisionsAt(module: PlayModule, state: PlayState): Decision[] {
	const scene = module.scenes[state.scene];
	if (isActivity(scene))
		return [bestResponse(scene), worstResponse(scene)].map((response) => ({ scene: state.scene, response }));
	return offered(module, state).map((choice) => ({ scene: state.scene, choice }));
}
