import { describe, expect, it } from 'vitest';
import { wayInForce } from '#lib/scenario/way.ts';
import { oursAfterTheirs } from './merge-logs.ts';

const [a, b, c] = ['a', 'b', 'c'].map((scene) => ({ scene, choice: 'x' })) as [Choice, Choice, Choice];
type Choice = { scene: string; choice: string };

describe('oursAfterTheirs', () => {
	it.each([
		['they went another way', [a, b], [a, c], [a, b, { rewind: 1 }, c]],
		['they are behind on the same way', [a], [a, b], [a, b]],
		['they are ahead on the same way', [a, b], [a], [a, b, { rewind: 1 }]],
		['they have nothing', [], [a], [a]],
		['both are the same', [a], [a], [a]]
	])('%s', (_, theirs, ours, expected) => {
		const merged = oursAfterTheirs(theirs, ours);
		expect(merged).toEqual(expected);
		expect(wayInForce(merged)).toEqual(wayInForce(ours));
	});
});
