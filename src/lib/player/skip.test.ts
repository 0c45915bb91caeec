import { describe, expect, it } from 'vitest';
import { replay } from '#lib/scenario/replay.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayTo } from '../../../tests/player/ways.ts';
import { canSkip, skipFrom } from './skip.ts';

const module = compiledSample();

describe('skipFrom', () => {
	it('goes on as the author says, takes the next flagged scene along, and stops at the first other', () => {
		const { entries, visits } = skipFrom(module, wayTo(2), 4);
		expect(entries).toEqual([...wayTo(2), { scene: 'the-joke', choice: 'say-something' }]);
		expect(visits).toEqual([4, 5]);
		expect(replay(module, entries).at).toBe('what-applies');
	});
	it('changes nothing that was decided before when an earlier scene is skipped on re-reading', () => {
		const { entries, visits } = skipFrom(module, wayTo(3), 4);
		expect(entries).toEqual(wayTo(3));
		expect(visits).toEqual([4, 5]);
	});
	it('never takes a decision that has no skip', () => {
		expect(skipFrom(module, [], 0)).toEqual({ entries: [], visits: [] });
	});
});

describe('canSkip', () => {
	it.each([
		['a decision without a skip', 0, 0, false],
		['a passage', 1, 1, true],
		['a rating', 2, 3, true],
		['a flagged decision', 2, 4, true],
		['an ending', 6, 11, false],
		['a scene that is not there', 0, 9, false]
	])('%s', (_, decisions, visit, expected) => {
		expect(canSkip(module, replay(module, wayTo(decisions)), visit)).toBe(expected);
	});
});
