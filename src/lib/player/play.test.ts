import { describe, expect, it } from 'vitest';
import { memoryTracker } from '#lib/tracking/memory.ts';
import { compiledSample } from '../../../tests/player/harness/compiled.ts';
import { wayToTheEnd } from '../../../tests/player/ways.ts';
import { createPlay } from './play.svelte.ts';

const module = compiledSample();

function playFrom(entries = wayToTheEnd) {
	return createPlay({
		module,
		saved: { entries, result: null, mode: 'normal', notice: null },
		tracker: memoryTracker(),
		passingScaled: null,
		now: () => '2026-11-22T10:00:00.000Z',
		onplace: () => undefined
	});
}

describe('back to a way that was left', () => {
	it('appends what was in force again, so that nothing of the log is lost', () => {
		const play = playFrom();
		play.rewindTo(4);
		expect(play.now.ended).toBeNull();
		play.returnTo(wayToTheEnd);
		expect(play.log).toEqual([...wayToTheEnd, { rewind: 4 }, ...wayToTheEnd.slice(4)]);
		expect(play.now.ended).toBe('stays-white');
		expect(play.pages[play.place]).toMatchObject({ kind: 'debrief' });
	});

	it('leaves what was decided since behind', () => {
		const play = playFrom();
		play.rewindTo(0);
		play.decide({ scene: 'wall-screen', choice: 'message' });
		play.returnTo(wayToTheEnd);
		const since = [{ rewind: 0 }, { scene: 'wall-screen', choice: 'message' }];
		expect(play.log).toEqual([...wayToTheEnd, ...since, { rewind: 0 }, ...wayToTheEnd]);
	});
});
