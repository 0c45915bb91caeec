import { expect, it } from 'vitest';
import { replay } from '#lib/scenario/replay.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayToTheEnd } from '../../../tests/player/ways.ts';
import { drawPath } from './path-drawing.ts';

const module = compiledSample();
const path = drawPath(module, replay(module, wayToTheEnd).visits);

it('marks the way taken, and counts what was not met', () => {
	expect(path.nodes.filter((node) => !node.met).map((node) => node.id)).toEqual(['he-says-yes', 'taxi']);
	expect(path.edges.filter((edge) => edge.taken)).toHaveLength(path.steps.length - 1);
	expect([path.scenesNotMet, path.endingsNotMet]).toEqual([2, 1]);
});

it('names only what was met', () => {
	expect(JSON.stringify(path.steps)).not.toContain('The lifts are his now');
	expect(path.steps.at(-1)).toMatchObject({ title: 'The white space stays white', decision: false });
});

it('draws the way over the others', () => {
	expect(path.edges.at(-1)?.taken).toBe(true);
});
