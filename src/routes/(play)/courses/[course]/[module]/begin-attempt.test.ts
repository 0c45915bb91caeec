import { memoryTracker } from '#lib/tracking/memory.ts';
import type { Progress } from '#lib/tracking/tracker.ts';
import { describe, expect, it } from 'vitest';
import { beginAttempt, trackerFromFirstSave, type Begun } from './begin-attempt.ts';

const progress: Progress = { entries: [{ scene: 'a', choice: 'b' }], result: null, place: 'a' };
const begun: Begun = { kind: 'begun', attemptId: 'x', account: 'guest:g' };

describe('a tracker from the first save', () => {
	it('begins nothing when the module is opened or closed', async () => {
		let asked = 0;
		const tracker = trackerFromFirstSave(
			() => Promise.resolve((asked++, begun)),
			() => Promise.resolve(memoryTracker())
		);
		await expect(tracker.open()).resolves.toBeNull();
		tracker.close(progress);
		expect(asked).toBe(0);
	});

	it('begins one attempt, however many saves come at once', async () => {
		let asked = 0;
		const kept = memoryTracker({ answer: () => ({ kind: 'kept' }) });
		const tracker = trackerFromFirstSave(
			() => Promise.resolve((asked++, begun)),
			() => Promise.resolve(kept)
		);
		const states = await Promise.all([tracker.save(progress), tracker.save(progress)]);
		expect(states).toEqual([{ kind: 'kept' }, { kind: 'kept' }]);
		expect({ asked, saves: kept.kept.length }).toEqual({ asked: 1, saves: 2 });
	});

	it('says that nothing was kept where no attempt could begin, and tries again at the next save', async () => {
		const answers: Begun[] = [{ kind: 'failed' }, { kind: 'signed-out' }, begun];
		const tracker = trackerFromFirstSave(
			() => Promise.resolve(answers.shift() ?? begun),
			() => Promise.resolve(memoryTracker({ answer: () => ({ kind: 'kept' }) }))
		);
		expect(await tracker.save(progress)).toEqual({ kind: 'failed' });
		expect(await tracker.save(progress)).toEqual({ kind: 'signed-out' });
		expect(await tracker.save(progress)).toEqual({ kind: 'kept' });
	});
});

describe('asking the server to begin', () => {
	const answering = (status: number, body: unknown) => () => Promise.resolve(Response.json(body, { status }));
	it('gives the attempt and whose it is', async () => {
		expect(await beginAttempt(answering(200, { attemptId: 'x', account: 'guest:g' }), '/x', null)).toEqual(begun);
	});
	it('tells a signed-out page from a server that cannot', async () => {
		expect(await beginAttempt(answering(401, {}), '/x', null)).toEqual({ kind: 'signed-out' });
		expect(await beginAttempt(answering(503, {}), '/x', null)).toEqual({ kind: 'failed' });
		expect(await beginAttempt(() => Promise.reject(new TypeError('no connection')), '/x', null)).toEqual({
			kind: 'failed'
		});
	});
});
