import type { PlayModule, Decision, Entry } from '#lib/scenario/module.ts';
import { advance, decide, start, type PlayState, type Refusal } from '#lib/scenario/play.ts';
import { replay } from '#lib/scenario/replay.ts';

/** Where an attempt stands, kept in memory so that a decision need not replay its log. Never changed, only replaced. */
export type Position = {
	revision: string;
	entries: readonly Entry[];
	/**
	 * The states before the first and after each decision of the way in force; null where the log was made on another
	 * revision and part of it is skipped or held, which only a replay can tell.
	 */
	states: readonly PlayState[] | null;
};

export type Moved =
	| { ok: true; position: Position }
	/** `at`: the scene where the attempt waits. */
	| { ok: false; reason: Refusal | 'bad-rewind'; at: string };

/** The position a log leads to. */
export function positionOf(module: PlayModule, entries: readonly Entry[]): Position {
	const replayed = replay(module, [...entries]);
	const { revision } = module;
	if (replayed.skipped.length > 0 || replayed.held.length > 0) return { revision, entries, states: null };
	const states = [start(module)];
	for (const decision of replayed.way) {
		const decided = decide(module, states[states.length - 1]!, decision);
		if (!decided.ok) throw new Error(`A replayed way of ${module.course}/${module.id} does not play again`);
		states.push(decided.state);
	}
	return { revision, entries, states };
}

/** Appends one entry, if it follows here. */
export function move(module: PlayModule, position: Position, entry: Entry): Moved {
	const { revision, states } = position;
	const entries = [...position.entries, entry];
	if (states === null) return moveEdited(module, position, entry, entries);
	const here = states[states.length - 1]!;
	if ('rewind' in entry) {
		if (!isRewindWithin(entry.rewind, states.length - 1)) return refused(module, here, 'bad-rewind');
		return { ok: true, position: { revision, entries, states: states.slice(0, entry.rewind + 1) } };
	}
	const decided = decide(module, here, entry);
	if (!decided.ok) return refused(module, here, decided.reason);
	return { ok: true, position: { revision, entries, states: [...states, decided.state] } };
}

/** Whether an ending has been reached. */
export function isEnded(module: PlayModule, position: Position): boolean {
	if (position.states === null) return replay(module, [...position.entries]).ended !== null;
	return advance(module, position.states[position.states.length - 1]!).state.ended;
}

/** The same for a log of another revision: by replay. While decisions are held back, only a rewind may come next. */
function moveEdited(module: PlayModule, position: Position, entry: Entry, entries: Entry[]): Moved {
	const now = replay(module, [...position.entries]);
	if ('rewind' in entry) {
		const inForce = now.way.length + now.skipped.length + now.held.length;
		if (!isRewindWithin(entry.rewind, inForce)) return { ok: false, reason: 'bad-rewind', at: now.at };
		return { ok: true, position: positionOf(module, entries) };
	}
	if (now.held.length > 0) return { ok: false, reason: 'not-here', at: now.at };
	const decided = decide(module, now.state, entry satisfies Decision);
	if (!decided.ok) return { ok: false, reason: decided.reason, at: now.at };
	return { ok: true, position: { ...position, entries } };
}

function isRewindWithin(rewind: number, decisions: number): boolean {
	return Number.isInteger(rewind) && rewind >= 0 && rewind < decisions;
}

function refused(module: PlayModule, state: PlayState, reason: Refusal | 'bad-rewind'): Moved {
	return { ok: false, reason, at: advance(module, state).state.scene };
}

/** The most recently used positions, by attempt id. */
export type Positions = {
	get: (attemptId: string) => Position | undefined;
	set: (attemptId: string, position: Position) => void;
	drop: (attemptId: string) => void;
	clear: () => void;
};

/** An empty cache. `most` bounds the number of states kept over all attempts, about 1 kB each. */
export function createPositions(most = 50_000): Positions {
	const kept = new Map<string, Position>();
	let size = 0;
	const sizeOf = (position: Position) => position.entries.length + (position.states?.length ?? 0) + 1;
	function drop(attemptId: string): void {
		const position = kept.get(attemptId);
		if (position === undefined) return;
		size -= sizeOf(position);
		kept.delete(attemptId);
	}
	return {
		get(attemptId) {
			const position = kept.get(attemptId);
			if (position === undefined) return undefined;
			// A Map keeps the order of insertion: the first key is the one used longest ago.
			kept.delete(attemptId);
			kept.set(attemptId, position);
			return position;
		},
		set(attemptId, position) {
			drop(attemptId);
			kept.set(attemptId, position);
			size += sizeOf(position);
			for (const oldest of kept.keys()) {
				if (size <= most || oldest === attemptId) break;
				drop(oldest);
			}
		},
		drop,
		clear() {
			kept.clear();
			size = 0;
		}
	};
}
