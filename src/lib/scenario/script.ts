import { bestResponse, isActivity, worstResponse } from './activity.ts';
import { advance, decide, start } from './play.ts';
import type { Decision, PlayModule } from './module.ts';

/** The decisions of a written way and the ending they reach, or where it breaks. */
export type ResolvedScript =
	| { ok: true; way: Decision[]; ending: string }
	/** `index`: the step that does not follow; `at`: the scene where the way waits instead. */
	| { ok: false; index: number; at: string };

/**
 * The decisions of a written way: `scene/choice` per decision and, where the author wants it, `scene` or `scene badly`
 * per activity. Activities that are not listed are answered well. The way has to reach an ending with every step used.
 */
export function resolveScript(module: PlayModule, steps: string[], answer = bestResponse): ResolvedScript {
	const way: Decision[] = [];
	let state = advance(module, start(module)).state;
	let index = 0;
	// Activities answer themselves, so that those that lead back to themselves would never end.
	const tooLong = (steps.length + 1) * Object.keys(module.scenes).length;
	while (!state.ended) {
		if (way.length > tooLong) return { ok: false, index, at: state.scene };
		const scene = module.scenes[state.scene];
		const [target = '', choice] = (steps[index] ?? '').split('/');
		const named = target.replace(/ badly$/, '') === state.scene;
		let decision: Decision;
		if (isActivity(scene)) {
			decision = { scene: state.scene, response: named ? answerTo(steps[index]!, scene, answer) : answer(scene) };
		} else if (named && choice !== undefined) {
			decision = { scene: state.scene, choice };
		} else {
			return { ok: false, index, at: state.scene };
		}
		const decided = decide(module, state, decision);
		if (!decided.ok) return { ok: false, index, at: state.scene };
		if (named) index += 1;
		way.push(decision);
		state = advance(module, decided.state).state;
	}
	return index === steps.length ? { ok: true, way, ending: state.scene } : { ok: false, index, at: state.scene };
}

function answerTo(step: string, scene: Parameters<typeof bestResponse>[0], answer: typeof bestResponse) {
	return step.endsWith(' badly') ? worstResponse(scene) : answer(scene);
}
