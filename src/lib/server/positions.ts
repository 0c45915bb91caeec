import type { Entry, Facts, PlayModule } from '#lib/scenario/module.ts';
import { advance, decide, start, type PlayState, type Refusal } from '#lib/scenario/play.ts';
import type { Result } from '#lib/scenario/result.ts';
import { replay } from '#lib/scenario/replay.ts';

/** Where an attempt stands, kept in memory so that a decision need not replay its log. Never changed, only replaced. */
export type Position = {
	/** The module it was played on; another object is another revision or other settings. */
	play: PlayModule;
	/** How many entries the log has. */
	length: number;
} & (
	| {
			/** Where one waits before the first and after each decision of the way in force, passages walked. */
			states: readonly PlayState[];
	  }
	| {
			/** The whole log: it was made on another revision and part of it is skipped or held, which only a replay can tell. */
			entries: readonly Entry[];
	  }
);

/** A position with what the attempt has earned up to it. */
export type KeptPosition = Position & { result: Result | null };

/** Where an entry led, or why it does not follow. */
export type Moved =
	| { ok: true; position: Position }
	/** `at`: the scene where the attempt waits. */
	| { ok: false; reason: Refusal | 'bad-rewind'; at: string };

/** The position a log leads to. */
export function positionOf(play: PlayModule, entries: readonly Entry[]): Position {
	const { length } = entries;
	const replayed = replay(play, [...entries]);
	if (replayed.skipped.length > 0 || replayed.held.length > 0) return { play, length, entries };
	const states = [advance(play, start(play)).state];
	for (const decision of replayed.way) {
		const decided = decide(play, states[states.length - 1]!, decision);
		if (!decided.ok) throw new Error(`A replayed way of ${play.course}/${play.id} does not play again`);
		states.push(advance(play, decided.state).state);
	}
	return { play, length, states };
}

/** Appends one entry, if it follows here. */
export function move(position: Position, entry: Entry): Moved {
	const { play } = position;
	if ('entries' in position) return moveEdited(play, position.entries, entry);
	const { states } = position;
	const here = states[states.length - 1]!;
	const length = position.length + 1;
	if ('rewind' in entry) {
		if (!isRewindWithin(entry.rewind, states.length - 1)) return { ok: false, reason: 'bad-rewind', at: here.scene };
		return { ok: true, position: { play, length, states: states.slice(0, entry.rewind + 1) } };
	}
	const decided = decide(play, here, entry);
	if (!decided.ok) return { ok: false, reason: decided.reason, at: here.scene };
	return { ok: true, position: { play, length, states: [...states, advance(play, decided.state).state] } };
}

/** Where an attempt waits: the scene of its next decision, or its ending. */
export function endOf(position: Position): { at: string; ended: string | null; facts: Facts } {
	if ('entries' in position) return replay(position.play, [...position.entries]);
	const { scene, facts, ended } = position.states[position.states.length - 1]!;
	return { at: scene, ended: ended ? scene : null, facts };
}

/** The same for a log of another revision: by replay. While decisions are held back, only a rewind may come next. */
function moveEdited(play: PlayModule, before: readonly Entry[], entry: Entry): Moved {
	const now = replay(play, [...before]);
	const entries = [...before, entry];
	if ('rewind' in entry) {
		const inForce = now.way.length + now.skipped.length + now.held.length;
		if (!isRewindWithin(entry.rewind, inForce)) return { ok: false, reason: 'bad-rewind', at: now.at };
		return { ok: true, position: positionOf(play, entries) };
	}
	if (now.held.length > 0) return { ok: false, reason: 'not-here', at: now.at };
	const decided = decide(play, now.state, entry);
	if (!decided.ok) return { ok: false, reason: decided.reason, at: now.at };
	return { ok: true, position: { play, length: entries.length, entries } };
}

function isRewindWithin(rewind: number, decisions: number): boolean {
	return Number.isInteger(rewind) && rewind >= 0 && rewind < decisions;
}

/** The most recently used positions, by attempt id. */
export type Positions = {
	get: (attemptId: string) => KeptPosition | undefined;
	set: (attemptId: string, position: KeptPosition) => void;
	clear: () => void;
};

/** An empty cache. `most` bounds the number of states kept over all attempts, about 1 kB each. */
export function createPositions(most = 50_000): Positions {
	const kept = new Map<string, KeptPosition>();
	let size = 0;
	const sizeOf = (position: Position) => ('states' in position ? position.states.length : position.entries.length);
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
		clear() {
			kept.clear();
			size = 0;
		}
	};
}
