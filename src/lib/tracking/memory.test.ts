import { expect, it } from 'vitest';
import { memoryTracker } from './memory.ts';

const progress = { entries: [], result: null, place: 'start' };

it('keeps nothing, and says so', async () => {
	const tracker = memoryTracker();
	expect(await tracker.open()).toBeNull();
	expect(await tracker.save(progress)).toEqual({ kind: 'not-recorded' });
});

it('answers as it is told, for trials', async () => {
	const tracker = memoryTracker({ answer: () => ({ kind: 'waiting' }) });
	expect(await tracker.save(progress)).toEqual({ kind: 'waiting' });
	expect(tracker.kept).toEqual([progress]);
});
