import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Quirk } from '../../lms/memory-lms.ts';
import {
	launchScorm,
	newWorld,
	scormVersions,
	type LaunchSettings,
	type ScormWorld
} from '../../../../tests/support/scorm-launch.ts';
import { ask, poorWay, sampleModule, sorted, tell } from '../../../../tests/support/sample-ways.ts';
import { startScorm } from './run.ts';

let world: ScormWorld;
beforeEach(() => {
	vi.useFakeTimers();
	world = newWorld();
});
afterEach(() => {
	vi.useRealTimers();
});

describe.each(Object.values(scormVersions))('in $name, a dirty LMS', (version) => {
	const launch = (settings?: LaunchSettings) => launchScorm(version, sampleModule, world, settings);
	const status = () => version.status(world.stored);
	it('with empty entry and mode: data that is there is used, and the mode counts as normal', async () => {
		await (await launch()).play([ask]);
		const { opened } = await launch({ quirks: ['empty-entry-and-mode'] });
		expect(opened).toMatchObject({ entries: [ask], mode: 'normal' });
	});

	it('that answers "true" and stores nothing: the device still has it, the learner is told, and it is handed over again a little later', async () => {
		await (await launch({ quirks: ['forgets'] })).play(poorWay);
		expect(world.stored).toEqual({});
		const { opened } = await launch();
		expect(opened).toMatchObject({ entries: poorWay, notice: 'lost', result: { ending: 'other' } });
		vi.advanceTimersByTime(15_000);
		expect(status()).toBe('completed');
		expect((await launch()).opened).toMatchObject({ entries: poorWay, notice: null });
	});

	it('that cuts suspend data: the device still has it; without the device, what was not cut comes back', async () => {
		const long = Array.from({ length: 45 }, () => [tell, { scene: 'repair', choice: 'back' }]).flat();
		await (await launch({ quirks: ['cuts-at-255'] })).play(long);
		expect((await launch({ quirks: ['cuts-at-255'] })).opened).toMatchObject({ entries: long, notice: 'lost' });
		world.device.clear();
		const { opened } = await launch();
		expect(opened?.notice).toBe('damaged');
		expect(opened?.entries.length).toBeGreaterThan(60);
		expect(opened?.entries).toEqual(long.slice(0, opened?.entries.length));
	});

	it('that erases suspend data after completion: completed stays, the way comes from the device, no alarm', async () => {
		const first = await launch({ quirks: ['erases-after-completion'] });
		await first.play(poorWay);
		first.tracker.end();
		const second = await launch({ quirks: ['erases-after-completion'] });
		expect(second.opened).toMatchObject({ entries: poorWay, notice: null, result: { ending: 'other' } });
		world.device.clear();
		const third = await launch();
		expect(third.opened).toMatchObject({ entries: [], notice: null, result: { ending: '', completedAt: '' } });
		expect(status()).toBe('completed');
	});

	it('in which failed resets the attempt: the device still has it, and failed is not reported before another ending', async () => {
		const first = await launch({ passingScaled: 0.6, quirks: ['failed-resets'] });
		await first.play(poorWay);
		first.tracker.end();
		expect(world.stored).toEqual({});
		const second = await launch({ passingScaled: 0.6 });
		expect(second.opened).toMatchObject({ entries: poorWay, notice: 'lost' });
		await second.play([{ rewind: 1 }]);
		expect(['incomplete', 'completed']).toContain(status());
		expect(version.raw(world.stored)).toBeUndefined();
	});

	it('that was reset after it had proved to store: starts afresh, without credit from the device', async () => {
		await (await launch()).play(poorWay);
		await launch();
		world.stored = {};
		const { opened } = await launch();
		expect(opened).toBeNull();
		expect(status()).toBe('incomplete');
	});

	it('that took another device further: its way is used, not the older copy here', async () => {
		await (await launch()).play([ask]);
		const here = new Map(world.device);
		world.device.clear();
		await (await launch()).play([sorted]);
		world.device = here;
		expect((await launch()).opened).toMatchObject({ entries: [ask, sorted], notice: null });
	});

	it('that refuses commits: says so honestly, tries again by itself, and tells when it worked', async () => {
		const refusing: Quirk[] = ['refuses-commits'];
		const { play, tracker } = await launch({ quirks: refusing });
		const later: string[] = [];
		tracker.onLaterSave?.(({ kind }) => later.push(kind));
		expect(await play([ask])).toEqual(['waiting']);
		refusing.length = 0;
		vi.advanceTimersByTime(15_000);
		expect(later).toEqual(['handed-over']);
		expect((await launch()).opened?.entries).toEqual([ask]);
	});

	it('that refuses commits where nothing can be kept on the device: failed, not waiting', async () => {
		const { play } = await launch({ quirks: ['refuses-commits'], withoutStorage: true });
		expect(await play([ask])).toEqual(['failed']);
	});

	it('that answers "true" while there is no network: counts as waiting until there is one', async () => {
		const { play, tracker, progress } = await launch();
		world.online = false;
		expect(await play([ask])).toEqual(['waiting']);
		world.online = true;
		const later: string[] = [];
		tracker.onLaterSave?.(({ kind }) => later.push(kind));
		tracker.close(progress());
		expect(later).toEqual(['handed-over']);
	});

	it('that sends nothing again which it was told offline: all of it is set anew once there is a network', async () => {
		const { play, tracker, progress, watch } = await launch({ passingScaled: 0.6 });
		world.online = false;
		await play(poorWay);
		const told = () => watch.calls.flatMap(({ args }) => (args[1] === 'failed' ? [args[0]] : []));
		expect(told()).toHaveLength(1);
		world.online = true;
		tracker.close(progress());
		expect(told()).toHaveLength(2);
		expect(watch.calls.filter(({ args }) => args[0]?.endsWith('score.raw')).length).toBeGreaterThan(1);
	});

	it('that answers with booleans or was initialised before a reload: works as any other', async () => {
		for (const quirk of ['answers-booleans', 'initialised-already'] as const) {
			world.stored = {};
			world.device.clear();
			expect(await (await launch({ quirks: [quirk] })).play([ask]), quirk).toEqual(['handed-over']);
		}
	});

	it('that throws on every call counts as none', () => {
		expect(startScorm([version.watched({}, ['throws'], undefined, false).api], version.dialect, () => {})).toBeNull();
	});

	it('that names no learner: the copy lives in this tab only', async () => {
		const local = new Map<string, string>();
		await (await launch({ quirks: ['names-no-learner'], local })).play([ask]);
		expect(local.size).toBe(0);
		expect(world.device.size).toBe(1);
	});

	it('with suspend data of another module or garbage: starts at the beginning with a line to the learner', async () => {
		world.stored = { 'cmi.suspend_data': 'page=3;vars=x', [version.dialect.elements.status]: 'incomplete' };
		expect((await launch()).opened).toMatchObject({ entries: [], notice: 'damaged' });
	});
});
