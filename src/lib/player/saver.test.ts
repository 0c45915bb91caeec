import { expect, it } from 'vitest';
import type { SaveState } from '#lib/tracking/tracker.ts';
import { createSaver } from './saver.ts';

it('saves one at a time, and once more for all that changed meanwhile', async () => {
	const waiting: ((state: SaveState) => void)[] = [];
	const heard: string[] = [];
	const keep = createSaver(
		() => new Promise((answer) => waiting.push(answer)),
		(state) => heard.push(state === 'saving' ? state : state.kind)
	);
	const done = [keep(), keep(), keep()];
	expect(waiting).toHaveLength(1);
	waiting[0]?.({ kind: 'waiting' });
	await expect.poll(() => waiting.length).toBe(2);
	waiting[1]?.({ kind: 'kept' });
	await Promise.all(done);
	expect(heard).toEqual(['saving', 'waiting', 'saving', 'kept']);
});

it('saves again when asked after it has come to rest', async () => {
	let saves = 0;
	const keep = createSaver(
		() => Promise.resolve({ kind: 'kept', count: (saves += 1) }),
		() => undefined
	);
	await keep();
	await keep();
	expect(saves).toBe(2);
});
