import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryModule, arbitraryPicks, playedBy } from '../../../tests/support/arbitrary-module.ts';
import { isActivity, bestResponse } from '#lib/scenario/activity.ts';
import { extendLog } from '#lib/scenario/log.ts';
import type { Decision, Entry, PlayModule } from '#lib/scenario/module.ts';
import { offered } from '#lib/scenario/play.ts';
import { replay } from '#lib/scenario/replay.ts';
import { createPositions, endOf, move, positionOf, type Position } from './positions.ts';

/** A decision that may be taken where a log has led; null at an ending. */
function nextDecision(module: PlayModule, entries: Entry[], pick: number): Decision | null {
	const now = replay(module, entries);
	if (now.ended !== null) return null;
	const scene = module.scenes[now.at];
	if (isActivity(scene)) return { scene: now.at, response: bestResponse(scene) };
	const choices = offered(module, now.state);
	return { scene: now.at, choice: choices[pick % choices.length]! };
}

function moved(position: Position, entry: Entry): Position {
	const next = move(position, entry);
	if (!next.ok) throw new Error(`${JSON.stringify(entry)} was refused: ${next.reason} at ${next.at}`);
	return next.position;
}

describe('a position', () => {
	it('stands where a replay of its log would, after decisions and rewinds', () => {
		fc.assert(
			fc.property(arbitraryModule, arbitraryPicks, fc.array(fc.nat(30)), (module, picks, rewinds) => {
				let log: Entry[] = [];
				let position = positionOf(module, []);
				for (const [index, pick] of picks.entries()) {
					const back = rewinds[index] ?? 30;
					const inForce = replay(module, log).way.length;
					const entry = back < inForce ? { rewind: back } : nextDecision(module, log, pick);
					if (!entry) break;
					position = moved(position, entry);
					log = [...log, entry];
					const { at, ended, facts } = replay(module, log);
					expect(endOf(position)).toMatchObject({ at, ended, facts });
					expect(endOf(positionOf(module, log))).toMatchObject({ at, ended, facts });
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('takes what extendLog appends to a log of another revision, and nothing straight behind what is held', () => {
		fc.assert(
			fc.property(arbitraryModule, arbitraryModule, arbitraryPicks, fc.array(fc.nat(9)), (old, edited, picks, more) => {
				let log: Entry[] = playedBy(old, picks);
				let position = positionOf(edited, log);
				for (const pick of more) {
					const decision = nextDecision(edited, log, pick);
					if (!decision) break;
					const extended = extendLog(edited, log, decision);
					if (!extended.ok) throw new Error('An offered decision is refused');
					const isHeld = replay(edited, log).held.length > 0;
					expect(move(position, decision).ok).toBe(!isHeld);
					for (const entry of extended.append) position = moved(position, entry);
					log = [...log, ...extended.append];
					expect(position.length).toBe(log.length);
					const { at, ended, facts } = replay(edited, log);
					expect(endOf(position)).toMatchObject({ at, ended, facts });
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the positions kept', () => {
	it('are the latest used, as many as fit', () => {
		const module = fc.sample(arbitraryModule, { numRuns: 1, seed: 1 })[0]!;
		const position = { ...positionOf(module, []), result: null };
		const positions = createPositions(3);
		for (const id of ['a', 'b', 'c']) positions.set(id, position);
		positions.get('a');
		positions.set('d', position);
		expect(['a', 'b', 'c', 'd'].filter((id) => positions.get(id))).toEqual(['a', 'c', 'd']);
		positions.clear();
		expect(positions.get('a')).toBeUndefined();
	});
});
