import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryModule, arbitraryPicks, playedBy } from '../../../tests/support/arbitrary-module.ts';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { decodeLog, encodeLog, worstLength } from './codec.ts';
import type { Decision } from './module.ts';
import { replay } from './replay.ts';

const module = compileSample(sampleFile());
const way = module.script;
const arbitraryAttempt = fc
	.tuple(arbitraryModule, arbitraryPicks)
	.map(([random, picks]) => ({ random, played: playedBy(random, picks) }));

describe('suspend data', () => {
	it('gives back exactly what was encoded, for any legal log of any module', () => {
		fc.assert(
			fc.property(arbitraryAttempt, ({ random, played }) => {
				expect(decodeLog(random, encodeLog(random, played))).toEqual({ way: played, notice: null });
			})
		);
	});

	it('plays the same straight through as encoded, decoded and replayed after each decision', () => {
		fc.assert(
			fc.property(arbitraryAttempt, ({ random, played }) => {
				let again: Decision[] = [];
				for (const decision of played) again = decodeLog(random, encodeLog(random, [...again, decision])).way;
				const straight = replay(random, played);
				const resumed = replay(random, again);
				expect({ at: resumed.at, facts: resumed.facts, visits: resumed.visits }).toEqual({
					at: straight.at,
					facts: straight.facts,
					visits: straight.visits
				});
			})
		);
	});

	it('is ASCII that every LMS keeps, of 3 characters a decision and at most 8 an activity behind at most 24', () => {
		fc.assert(
			fc.property(arbitraryAttempt, ({ random, played }) => {
				const text = encodeLog(random, played);
				expect(text).toMatch(/^[A-Za-z0-9_\-!$*~]*$/);
				const responses = played.filter((decision) => 'response' in decision).length;
				expect(text.length).toBeLessThanOrEqual(24 + 3 * (played.length - responses) + 8 * responses);
			})
		);
	});

	it('takes under 1,000 characters for 200 decisions, a third of them activities', () => {
		const activity = way.find((decision) => 'response' in decision)!;
		const choice = way.find((decision) => 'choice' in decision)!;
		const long = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? activity : choice));
		expect(24 + encodeLog(module, long).length).toBeLessThan(1000);
	});

	it('counts every decision and activity twice for the longest it can get', () => {
		expect(worstLength(module)).toBe(13 + 2 * (4 * 3 + 5));
	});

	it('is empty for nothing kept', () => {
		expect(decodeLog(module, '')).toEqual({ way: [], notice: null });
	});

	it('cut anywhere, gives a beginning of what was kept and says so', () => {
		const text = encodeLog(module, way);
		for (let length = 1; length < text.length; length += 1) {
			const decoded = decodeLog(module, text.slice(0, length));
			expect(decoded.notice).toBe('damaged');
			expect(way.slice(0, decoded.way.length)).toEqual(decoded.way);
		}
	});

	it('with any one character changed, never gives a way that the module would not allow', () => {
		const text = encodeLog(module, way);
		fc.assert(
			fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
				const decoded = decodeLog(module, text.slice(0, at) + character + text.slice(at + 1));
				expect(replay(module, decoded.way).held).toEqual([]);
				if (character !== text[at]) expect(decoded.notice).not.toBe(null);
			})
		);
	});

	it('of any other text, gives nothing that does not replay', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(replay(module, decodeLog(module, text).way).skipped).toEqual([]);
			})
		);
	});

	it('of another module, is left alone', () => {
		const other = compileSample({ ...sampleFile(), id: 'another' });
		expect(decodeLog(other, encodeLog(module, way))).toEqual({ way: [], notice: 'other-module' });
	});
});
