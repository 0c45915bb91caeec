import { describe, expect, it } from 'vitest';
import { replay } from '#lib/scenario/replay.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayTo } from '../../../tests/player/ways.ts';
import { peopleMet, storyOf } from './story.ts';

const module = compiledSample();

describe('storyOf', () => {
	it('tells what was chosen, names tasks, and keeps what can be skipped to itself', () => {
		expect(storyOf(module, wayTo(3))).toEqual([
			{ key: 0, title: 'The wall screen', said: 'Find Ruairi first and ask what his Thursdays are for.', task: false },
			{ key: 2, title: 'Three columns', said: null, task: true },
			{ key: 4, title: 'The joke', said: null, task: false }
		]);
	});
	it('tells the same whether a scene was read or skipped', () => {
		const skipped = [...wayTo(2), { scene: 'the-joke', choice: 'say-something' }];
		expect(storyOf(module, skipped)).toEqual(storyOf(module, wayTo(3)));
	});
	it('is empty before the first decision', () => {
		expect(storyOf(module, [])).toEqual([]);
	});
});

describe('peopleMet', () => {
	it('lists those met so far, in the order of the cast', () => {
		const { visits } = replay(module, wayTo(1));
		expect(peopleMet(module, visits.slice(0, 1))).toEqual(['delphine']);
		expect(peopleMet(module, visits)).toEqual(['delphine', 'ruairi', 'wen']);
	});
});
