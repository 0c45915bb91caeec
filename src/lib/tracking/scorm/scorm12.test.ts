import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { earn } from '#lib/scenario/earn.ts';
import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { Result } from '#lib/scenario/result.ts';
import { memoryLms, type Quirk, type Stored } from '../../lms/memory-lms.ts';
import { watchStrictly, type Watch } from '../../lms/strict-scorm12.ts';
import { compileSample } from '../../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../../tests/support/sample-file.ts';
import { copyKeeper, type CopyStore } from '../device-copy.ts';
import type { Progress, SavedAttempt } from '../tracker.ts';
import { startScorm } from './run.ts';
import { scorm12 } from './scorm12.ts';
import { createScormTracker } from './tracker.ts';

const module = compileSample(sampleFile());
/** Choices that reach the ending `good`, and with `tell` first the ending `other`, which scores low. */
const [ask, ...restOfScript] = module.script as [Entry, ...Entry[]];
const sorted: Entry = { scene: 'sorting', response: { lifts: 'shared', pills: 'other', walks: 'peer' } };
const tell: Entry = { scene: 'first', choice: 'tell' };
const sorry: Entry = { scene: 'repair', choice: 'sorry' };
const badlySorted: Entry = { scene: 'sorting', response: { lifts: 'peer', pills: 'peer', walks: 'other' } };
const poorWay: Entry[] = [tell, sorry, badlySorted, ...restOfScript.slice(-2)];

type Launch = {
	watch: Watch;
	opened: SavedAttempt | null;
	tracker: ReturnType<typeof createScormTracker>;
	/** Plays on: each entry is saved as the player would. */
	play(entries: Entry[]): Promise<string[]>;
	progress(): Progress;
};

let stored: Stored;
let device: Map<string, string>;
let nowMs: number;
let online: boolean;

beforeEach(() => {
	vi.useFakeTimers();
	stored = {};
	device = new Map();
	nowMs = Date.parse('2026-11-22T10:00:30Z');
	online = true;
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a first launch', () => {
	it('writes incomplete and suspend, and makes at most ten calls before the learner does anything', async () => {
		const { watch, opened } = await launch();
		expect(opened).toBeNull();
		expect(stored).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
		expect(watch.calls.length).toBeLessThanOrEqual(10);
	});

	it('makes at most ten calls with a passing score and interactions too, on return as well', async () => {
		for (const round of [1, 2]) {
			const { watch, play } = await launch({ passingScaled: 0.6, interactions: true });
			expect(watch.calls.length, `launch ${round}`).toBeLessThanOrEqual(10);
			if (round === 1) await play([ask]);
		}
	});
});

describe('a decision', () => {
	it('is committed when it is made, with everything needed to resume, and outlives a killed window', async () => {
		const first = await launch();
		expect(await first.play([ask, sorted])).toEqual(['handed-over', 'handed-over']);
		const second = await launch();
		expect(second.opened?.entries).toEqual([ask, sorted]);
		expect(second.opened?.notice).toBeNull();
		expect(stored['cmi.core.lesson_location']).toBe('flagged');
	});

	it('is written before save() gives way to anything else', async () => {
		const { tracker } = await launch();
		void tracker.save({ entries: [ask], result: null, place: 'answered' });
		expect(stored['cmi.core.lesson_location']).toBe('answered');
	});

	it('keeps only the way in force after a rewind', async () => {
		const first = await launch();
		await first.play([tell, { rewind: 0 }, ask]);
		expect((await launch()).opened?.entries).toEqual([ask]);
	});

	it('takes 24 characters of suspend data beside the decisions, at most', async () => {
		const { play } = await launch();
		await play([ask, sorted, ...restOfScript.slice(-2)]);
		expect(stored['cmi.suspend_data']?.length).toBeLessThanOrEqual(24 + 3 * 3 + 8);
	});
});

describe('an ending without a passing score', () => {
	it('reports completed and never a score', async () => {
		const { play, watch } = await launch();
		await play(poorWay);
		expect(stored['cmi.core.lesson_status']).toBe('completed');
		expect(watch.calls.filter(({ args }) => args[0]?.startsWith('cmi.core.score'))).toEqual([]);
	});

	it('reports passed where the organisation chose so, for an LMS that counts only passed', async () => {
		const { play } = await launch({ doneStatus: 'passed' });
		await play(poorWay);
		expect(stored['cmi.core.lesson_status']).toBe('passed');
	});

	it('stays completed however often one plays again, and comes back as finished with its date and ending', async () => {
		const first = await launch();
		await first.play([...poorWay, { rewind: 0 }, ask]);
		const { opened } = await launch();
		expect(stored['cmi.core.lesson_status']).toBe('completed');
		expect(opened?.result).toMatchObject({ ending: 'other', success: null, scaled: null });
		expect(opened?.entries).toEqual([ask]);
		device.clear();
		expect((await launch()).opened?.result).toMatchObject({ ending: 'other', completedAt: '2026-11-22T10:00:00.000Z' });
	});
});

describe('an ending with a passing score', () => {
	const goodWay: Entry[] = [ask, sorted, ...restOfScript.slice(-2)];

	it('reports passed with raw, min and max', async () => {
		const { play } = await launch({ passingScaled: 0.6 });
		await play(goodWay);
		expect(stored).toMatchObject({
			'cmi.core.lesson_status': 'passed',
			'cmi.core.score.raw': '100',
			'cmi.core.score.min': '0',
			'cmi.core.score.max': '100'
		});
	});

	it('turns failed into passed by practice, and never back', async () => {
		const { play } = await launch({ passingScaled: 0.6 });
		await play(poorWay);
		expect(stored['cmi.core.lesson_status']).toBe('failed');
		await play([{ rewind: 0 }, ...goodWay]);
		expect(stored).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
		await play([{ rewind: 0 }, ...poorWay]);
		expect(stored).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
	});

	it('goes on from what was earned in an earlier launch', async () => {
		await (await launch({ passingScaled: 0.6 })).play(goodWay);
		const { opened, play } = await launch({ passingScaled: 0.6 });
		expect(opened?.result).toMatchObject({ success: true, scaled: 1 });
		await play([{ rewind: 0 }, ...poorWay]);
		expect(stored).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
	});
});

describe('leaving', () => {
	it('by the button commits and finishes', async () => {
		const { tracker, progress, play, watch } = await launch();
		await play([ask]);
		expect(await tracker.leave?.(progress())).toBe('close-window');
		expect(watch.calls.slice(-2).map(({ call }) => call)).toEqual(['LMSCommit', 'LMSFinish']);
	});

	it('by closing the page makes one call that reaches the LMS, and repeating it none', async () => {
		const { tracker, progress, play, watch } = await launch();
		await play([ask]);
		const before = watch.calls.length;
		tracker.end();
		tracker.close(progress());
		tracker.end();
		expect(watch.calls.slice(before).map(({ call, args }) => [call, args[0]])).toEqual([
			['LMSSetValue', 'cmi.core.session_time'],
			['LMSSetValue', 'cmi.core.exit'],
			['LMSFinish', '']
		]);
	});

	it('for a while, with the page hidden, ends nothing', async () => {
		const { tracker, progress, play, watch } = await launch();
		await play([ask]);
		const before = watch.calls.length;
		tracker.close(progress());
		expect(watch.calls.length).toBe(before);
		expect(await play([sorted])).toEqual(['handed-over']);
	});

	it('says suspend under way, and nothing after an ending', async () => {
		const { tracker, play } = await launch();
		await play([ask]);
		expect(stored['cmi.core.exit']).toBe('suspend');
		await play([sorted, ...restOfScript.slice(-2)]);
		tracker.end();
		expect(stored['cmi.core.exit']).toBe('');
	});
});

describe.each(['review', 'browse'] as const)('%s mode', (mode) => {
	it('reads, and writes nothing', async () => {
		await (await launch()).play([ask]);
		const before = { ...stored };
		const { opened, play, tracker } = await launch({ mode });
		expect(opened).toMatchObject({ mode, entries: [ask] });
		expect(await play([sorted])).toEqual(['not-recorded']);
		tracker.end();
		expect(stored).toEqual(before);
	});
});

describe('a dirty LMS', () => {
	it('with empty entry and mode: data that is there is used, and the mode counts as normal', async () => {
		await (await launch()).play([ask]);
		const { opened } = await launch({ quirks: ['empty-entry-and-mode'] });
		expect(opened).toMatchObject({ entries: [ask], mode: 'normal' });
	});

	it('that answers "true" and stores nothing: the device still has it, the learner is told, and it is handed over again', async () => {
		await (await launch({ quirks: ['forgets'] })).play(poorWay);
		expect(stored).toEqual({});
		const { opened } = await launch();
		expect(opened).toMatchObject({ entries: poorWay, notice: 'lost', result: { ending: 'other' } });
		expect(stored['cmi.core.lesson_status']).toBe('completed');
		expect((await launch()).opened).toMatchObject({ entries: poorWay, notice: null });
	});

	it('that cuts suspend data: the device still has it; without the device, what was not cut comes back', async () => {
		const long = Array.from({ length: 45 }, () => [tell, { scene: 'repair', choice: 'back' }]).flat();
		await (await launch({ quirks: ['cuts-at-255'] })).play(long);
		expect((await launch({ quirks: ['cuts-at-255'] })).opened).toMatchObject({ entries: long, notice: 'lost' });
		device.clear();
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
		device.clear();
		const third = await launch();
		expect(third.opened).toMatchObject({ entries: [], notice: null, result: { ending: '', completedAt: '' } });
		expect(stored['cmi.core.lesson_status']).toBe('completed');
	});

	it('in which failed resets the attempt: the device still has it, and failed is not reported before another ending', async () => {
		const first = await launch({ passingScaled: 0.6, quirks: ['failed-resets'] });
		await first.play(poorWay);
		first.tracker.end();
		expect(stored).toEqual({});
		const second = await launch({ passingScaled: 0.6 });
		expect(second.opened).toMatchObject({ entries: poorWay, notice: 'lost' });
		await second.play([{ rewind: 1 }]);
		expect(stored['cmi.core.lesson_status']).toBe('incomplete');
	});

	it('that was reset after it had proved to store: starts afresh, without credit from the device', async () => {
		await (await launch()).play(poorWay);
		await launch();
		stored = {};
		const { opened } = await launch();
		expect(opened).toBeNull();
		expect(stored['cmi.core.lesson_status']).toBe('incomplete');
	});

	it('that took another device further: its way is used, not the older copy here', async () => {
		await (await launch()).play([ask]);
		const here = new Map(device);
		device.clear();
		await (await launch()).play([sorted]);
		device = here;
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
		online = false;
		expect(await play([ask])).toEqual(['waiting']);
		online = true;
		const later: string[] = [];
		tracker.onLaterSave?.(({ kind }) => later.push(kind));
		tracker.close(progress());
		expect(later).toEqual(['handed-over']);
	});

	it('that answers with booleans or was initialised before a reload: works as any other', async () => {
		for (const quirk of ['answers-booleans', 'initialised-already'] as const) {
			stored = {};
			device.clear();
			expect(await (await launch({ quirks: [quirk] })).play([ask]), quirk).toEqual(['handed-over']);
		}
	});

	it('that throws on every call counts as none', () => {
		expect(startScorm([memoryLms({}, ['throws'])], scorm12({ doneStatus: 'completed' }), () => {})).toBeNull();
	});

	it('that names no learner: the copy lives in this tab only', async () => {
		const local = new Map<string, string>();
		await (await launch({ quirks: ['names-no-learner'], local })).play([ask]);
		expect(local.size).toBe(0);
		expect(device.size).toBe(1);
	});

	it('with suspend data of another module or garbage: starts at the beginning with a line to the learner', async () => {
		stored = { 'cmi.suspend_data': 'page=3;vars=x', 'cmi.core.lesson_status': 'incomplete' };
		expect((await launch()).opened).toMatchObject({ entries: [], notice: 'damaged' });
	});
});

describe('interactions', () => {
	it('are not written unless the export asks for them', async () => {
		const { play, watch } = await launch();
		await play([ask]);
		expect(watch.calls.filter(({ args }) => args[0]?.includes('interactions'))).toEqual([]);
	});

	it('record each decision as neutral, with an id of its own, and leave out scenes that can be skipped', async () => {
		const { play } = await launch({ interactions: true });
		await play([ask, { rewind: 0 }, ask, sorted, ...restOfScript.slice(-2)]);
		const recorded = Object.entries(stored).filter(([element]) =>
			/interactions\.\d+\.(id|student_response)/.test(element)
		);
		expect(recorded.map(([, value]) => value)).toEqual([
			...['first', 'a', 'first__2', 'a'],
			...['sorting', 'a.c,b.a,c.b', 'last', 'a']
		]);
		expect(stored['cmi.interactions.0.result']).toBe('neutral');
	});

	it('stay out of an LMS that does not know them', async () => {
		const { play } = await launch({ interactions: true, quirks: ['knows-no-interactions'] });
		expect(await play([ask])).toEqual(['handed-over']);
		expect(Object.keys(stored).filter((element) => element.includes('interactions'))).toEqual([]);
	});
});

async function launch(
	options: {
		passingScaled?: number;
		doneStatus?: 'completed' | 'passed';
		interactions?: boolean;
		quirks?: readonly Quirk[];
		mode?: string;
		withoutStorage?: boolean;
		local?: Map<string, string>;
	} = {}
): Promise<Launch> {
	const passingScaled = options.passingScaled ?? null;
	const quirks = options.quirks ?? [];
	const watch = watchStrictly(memoryLms(stored, quirks, options.mode), { scored: passingScaled !== null });
	const dialect = scorm12({ doneStatus: options.doneStatus ?? 'completed' });
	const run = startScorm([watch.api], dialect, () => {});
	if (!run) throw new Error('The LMS did not start');
	const store = storeOf(device);
	const learner = run.get('cmi.core.student_id');
	const stores = options.withoutStorage
		? { local: null, session: null }
		: { local: options.local ? storeOf(options.local) : store, session: store };
	const tracker = createScormTracker({
		module,
		dialect,
		run,
		copy: copyKeeper(stores, { lms: 'https://lms.example', learner, course: module.course, module: module.id }),
		passingScaled,
		interactions: options.interactions ?? false,
		now: () => nowMs,
		isOffline: () => !online
	});
	const opened = await tracker.open();
	let entries = opened?.entries ?? [];
	let result: Result | null = opened?.result ?? null;
	const progress = () => progressOf(module, entries, result);
	if (!quirks.length || quirks.some((quirk) => quirk !== 'initialised-already')) expect(watch.faults).toEqual([]);
	return {
		watch,
		opened,
		tracker,
		progress,
		play: async (more) => {
			const states: string[] = [];
			for (const entry of more) {
				entries = [...entries, entry];
				result = earn(module, replay(module, entries), {
					at: new Date(nowMs).toISOString(),
					passingScaled,
					before: result
				});
				nowMs += 1000;
				states.push((await tracker.save(progress())).kind);
			}
			if (!quirks.includes('initialised-already')) expect(watch.faults).toEqual([]);
			return states;
		}
	};
}

function progressOf(of: PlayModule, entries: Entry[], result: Result | null): Progress {
	return { entries, result, place: replay(of, entries).place };
}

function storeOf(kept: Map<string, string>): CopyStore {
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}
