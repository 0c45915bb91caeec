import { expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { memoryStorage } from '../../../tests/support/memory-storage.ts';
import { earn } from '#lib/scenario/earn.ts';
import { replay } from '#lib/scenario/replay.ts';
import { copyKeeper } from './device-copy.ts';
import { createDeviceTracker } from './device.ts';
import { onThisDevice } from './device-owner.ts';

const module = compileSample(sampleFile());
const at = '2026-11-22T10:00:00.000Z';
const year = 365 * 24 * 60 * 60 * 1000;

function trackerOn(local: Storage | null, nowMs = Date.parse(at)) {
	const owner = { ...onThisDevice('https://intranet.example'), course: module.course, module: module.id };
	const copy = copyKeeper({ local, session: null }, owner, { lastsMs: Infinity });
	return createDeviceTracker({ module, copy, isKept: true, now: () => nowMs });
}

it('keeps an attempt on the device, with what was earned, for as long as the browser does', async () => {
	const local = memoryStorage();
	const entries = module.script;
	const now = replay(module, entries);
	const result = earn(module, now, { at, passingScaled: null, before: null });
	expect(await trackerOn(local).save({ entries, result, place: now.place })).toEqual({ kind: 'kept' });
	const later = await trackerOn(local, Date.parse(at) + 3 * year).open();
	expect(later).toMatchObject({ entries, result: { completedAt: at }, notice: null });
});

it('says plainly where the device keeps nothing', async () => {
	expect(await trackerOn(null).save({ entries: [], result: null, place: 'first' })).toEqual({ kind: 'failed' });
});
