import { initialTransition, transition, type SnapshotFrom } from 'xstate';
import { isActivity, isResponse } from './activity.ts';
import { holds } from './condition.ts';
import { machineFor, type ModuleEvent, type ModuleMachine } from './machine.ts';
import type { Decision, Facts, PlayModule } from './module.ts';

/** Where an attempt stands: immutable, and never saved (logs are). */
export type PlayState = {
	/** The scene one is in; routes are never rested in. */
	scene: string;
	facts: Facts;
	/** An ending was reached. */
	ended: boolean;
	snapshot: SnapshotFrom<ModuleMachine>;
};

/** Why a decision is refused. `not-here`: the attempt waits at another scene. */
export type Refusal = 'ended' | 'not-here' | 'not-offered' | 'bad-response';

/** The state after a decision, or why it is refused. */
export type Decided = { ok: true; state: PlayState } | { ok: false; reason: Refusal };

/** The start of a module. */
export function start(module: PlayModule): PlayState {
	const [snapshot] = initialTransition(machineFor(module));
	return stateOf(snapshot);
}

/**
 * Walks what needs no decision (passages, ratings, reflections) to the next decision, activity or ending.
 * `passed` lists the scenes walked through, in order.
 * @throws Error on passages that lead in a circle: the check refuses such a module
 */
export function advance(module: PlayModule, state: PlayState): { state: PlayState; passed: PlayState[] } {
	const passed: PlayState[] = [];
	let current = state;
	const limit = Object.keys(module.scenes).length;
	while (isWalked(module, current)) {
		if (passed.length > limit) throw new Error(`Passages of ${module.id} lead in a circle at ${current.scene}`);
		passed.push(current);
		current = sent(module, current, { type: 'next' });
	}
	return { state: current, passed };
}

/** The choices a decision scene offers now, in written order; empty elsewhere. */
export function offered(module: PlayModule, state: PlayState): string[] {
	const scene = module.scenes[state.scene];
	if (scene?.kind !== 'decision') return [];
	return Object.entries(scene.choices).flatMap(([id, choice]) =>
		choice.when === undefined || holds(choice.when, state.facts) ? [id] : []
	);
}

/**
 * Takes a decision. The state may still be at a passage before it; what comes back is the scene right after it.
 * Only what the scene itself lists is accepted: XState also takes events of its own, so it is never asked.
 */
export function decide(module: PlayModule, state: PlayState, decision: Decision): Decided {
	const here = advance(module, state).state;
	if (here.ended) return { ok: false, reason: 'ended' };
	if (here.scene !== decision.scene) return { ok: false, reason: 'not-here' };
	const scene = module.scenes[here.scene];
	if ('choice' in decision) {
		if (!offered(module, here).includes(decision.choice)) return { ok: false, reason: 'not-offered' };
		return { ok: true, state: sent(module, here, { type: `choose.${decision.choice}` }) };
	}
	if (!isActivity(scene)) return { ok: false, reason: 'not-offered' };
	if (!isResponse(scene, decision.response)) return { ok: false, reason: 'bad-response' };
	return { ok: true, state: sent(module, here, { type: 'respond', response: decision.response }) };
}

/** Whether the module, whatever the place, still has this decision to take. */
export function hasDecision(module: PlayModule, decision: Decision): boolean {
	const scene = Object.hasOwn(module.scenes, decision.scene) ? module.scenes[decision.scene] : undefined;
	if ('choice' in decision) return scene?.kind === 'decision' && Object.hasOwn(scene.choices, decision.choice);
	return isActivity(scene) && isResponse(scene, decision.response);
}

function isWalked(module: PlayModule, state: PlayState): boolean {
	const kind = module.scenes[state.scene]?.kind;
	return kind === 'passage' || kind === 'rate' || kind === 'reflect';
}

function sent(module: PlayModule, state: PlayState, event: ModuleEvent): PlayState {
	const [snapshot] = transition(machineFor(module), state.snapshot, event);
	return stateOf(snapshot);
}

function stateOf(snapshot: SnapshotFrom<ModuleMachine>): PlayState {
	let value: unknown = snapshot.value;
	while (typeof value === 'object' && value !== null) value = Object.values(value)[0];
	return {
		scene: String(value),
		facts: snapshot.context,
		ended: snapshot.status === 'done',
		snapshot
	};
}
