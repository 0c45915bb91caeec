import { advance, decide, hasDecision, start, type PlayState } from './play.ts';
import type { Decision, Entry, Facts, PlayModule } from './module.ts';
import { wayInForce } from './way.ts';

/** One scene met on the way. */
export type Visit = {
	scene: string;
	/** What was known on entering it: picks its text. */
	facts: Facts;
	/** What was decided here; null in a passage and where the attempt waits. */
	decision: Decision | null;
	/** Index of that decision in the way in force: `{ rewind: decisionIndex }` takes it back. */
	decisionIndex: number | null;
};

/** Where an attempt stands and how it got there. */
export type Replayed = {
	/** Every scene met, up to and including the one where the attempt waits or has ended. */
	visits: Visit[];
	/** Index of the first visit after the last decision: where one resumes. */
	here: number;
	/** Scene id at `here`. */
	place: string;
	/** Scene id of the last visit: the next decision or activity, or the ending. */
	at: string;
	/** The state at `at`. */
	state: PlayState;
	facts: Facts;
	/** Id of the ending that was reached. */
	ended: string | null;
	/** Decisions that were applied, in order. */
	way: Decision[];
	/** Decisions the module no longer has. */
	skipped: Decision[];
	/** Decisions that do not follow here; they may after the next decision, see `extendLog`. */
	held: Decision[];
};

/**
 * Plays a log from the start. Never throws on a log of this module, of an older or newer revision of it, or of none:
 * a decision that the module no longer has is skipped; at one that does not follow, the attempt lands and the rest is held.
 */
export function replay(module: PlayModule, entries: Entry[]): Replayed {
	const wanted = wayInForce(entries);
	const visits: Visit[] = [];
	const way: Decision[] = [];
	const skipped: Decision[] = [];
	let held: Decision[] = [];
	let here = 0;
	let state = walk(module, start(module), visits);
	for (const [index, decision] of wanted.entries()) {
		if (!hasDecision(module, decision)) {
			skipped.push(decision);
			continue;
		}
		const decided = decide(module, state, decision);
		if (!decided.ok) {
			held = wanted.slice(index);
			break;
		}
		const waiting = visits[visits.length - 1]!;
		visits[visits.length - 1] = { ...waiting, decision, decisionIndex: index };
		way.push(decision);
		here = visits.length;
		state = walk(module, decided.state, visits);
	}
	return {
		visits,
		here,
		place: visits[here]!.scene,
		at: state.scene,
		state,
		facts: state.facts,
		ended: state.ended ? state.scene : null,
		way,
		skipped,
		held
	};
}

function walk(module: PlayModule, from: PlayState, visits: Visit[]): PlayState {
	const { state, passed } = advance(module, from);
	for (const { scene, facts } of [...passed, state]) visits.push({ scene, facts, decision: null, decisionIndex: null });
	return state;
}
