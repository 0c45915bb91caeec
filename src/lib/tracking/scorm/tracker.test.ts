import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	launchScorm,
	newWorld,
	scormVersions,
	type LaunchSettings,
	type ScormWorld
} from '../../../../tests/support/scorm-launch.ts';
import { ask, goodWay, poorWay, sampleModule, sorted } from '../../../../tests/support/sample-ways.ts';

// What a module does alike in every version of SCORM, with the strict checks of that version beside it.

let world: ScormWorld;
beforeEach(() => {
	vi.useFakeTimers();
	world = newWorld();
});
afterEach(() => {
	vi.useRealTimers();
});

describe.each(Object.values(scormVersions))('in $name', (version) => {
	const { elements, calls: names } = version.dialect;
	const launch = (settings?: LaunchSettings) => launchScorm(version, sampleModule, world, settings);
	const status = () => version.status(world.stored);

	describe('a first launch', () => {
		it('writes incomplete and suspend', async () => {
			const { opened } = await launch();
			expect(opened).toBeNull();
			expect(world.stored).toMatchObject({ [elements.status]: 'incomplete', [elements.exit]: 'suspend' });
		});
	});

	describe('at most ten calls before the learner does anything', () => {
		const ways = {
			new: [],
			resumed: [ask],
			finished: goodWay,
			failed: poorWay,
			'finished and taken back': [...goodWay, { rewind: 0 }]
		};
		const combinations = [undefined, 0.6].flatMap((passingScaled) =>
			[false, true].flatMap((interactions) =>
				['credit', 'no-credit'].map((credit) => ({ passingScaled, interactions, credit }))
			)
		);
		it.each(combinations)('passing score $passingScaled, interactions $interactions, $credit', async (combination) => {
			const { credit, interactions, passingScaled } = combination;
			const settings = { interactions, ...(passingScaled === undefined ? {} : { passingScaled }) };
			for (const [what, way] of Object.entries(ways))
				for (const quirks of [[], ['forgets'], ['erases-after-completion']] as const) {
					world = newWorld();
					world.stored[version.creditElement] = credit;
					const first = await launch({ ...settings, quirks });
					await first.play(way);
					first.tracker.end();
					const { watch } = await launch(settings);
					expect(watch.calls.length, `${what} ${quirks.join()}`).toBeLessThanOrEqual(10);
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
			expect(world.stored[elements.place]).toBe('flagged');
		});

		it('is written before save() gives way to anything else', async () => {
			const { tracker } = await launch();
			void tracker.save({ entries: [ask], result: null, place: 'answered' });
			expect(world.stored[elements.place]).toBe('answered');
		});

		it('keeps only the way in force after a rewind', async () => {
			const first = await launch();
			await first.play([poorWay[0]!, { rewind: 0 }, ask]);
			expect((await launch()).opened?.entries).toEqual([ask]);
		});

		it('takes 24 characters of suspend data beside the decisions, at most', async () => {
			const { play } = await launch();
			await play(goodWay);
			expect(world.stored['cmi.suspend_data']?.length).toBeLessThanOrEqual(24 + 3 * 3 + 8);
		});

		it('keeps an attempt too long for the LMS on the device, says so, and still reports what is earned', async () => {
			const round = [poorWay[0]!, { scene: 'repair', choice: 'back' }];
			const long = Array.from({ length: 1400 }, () => round).flat();
			const { tracker } = await launch();
			const progress = { entries: [...long, ...poorWay], result: null, place: 'other' };
			const result = {
				ending: 'other',
				completedAt: '2026-11-22T10:00:00Z',
				success: null,
				scaled: null,
				revision: ''
			};
			expect(await tracker.save({ ...progress, result })).toEqual({ kind: 'waiting' });
			expect(status()).toBe('completed');
		});
	});

	describe('an ending without a passing score', () => {
		it('reports completed and never a score', async () => {
			const { play, watch } = await launch();
			await play(poorWay);
			expect(status()).toBe('completed');
			expect(watch.calls.filter(({ args }) => /score/.test(args[0] ?? ''))).toEqual([]);
		});

		it('reports passed where the organisation chose so, once, and still no score', async () => {
			const { play, watch } = await launch({ doneStatus: 'passed' });
			await play([...poorWay, { rewind: 0 }, ask]);
			expect(status()).toBe('passed');
			expect(version.raw(world.stored)).toBeUndefined();
			expect(watch.calls.filter(({ args }) => args[1] === 'passed')).toHaveLength(1);
		});

		it('stays completed however often one plays again, and comes back as finished with its date and ending', async () => {
			const first = await launch();
			await first.play([...poorWay, { rewind: 0 }, ask]);
			const { opened } = await launch();
			expect(status()).toBe('completed');
			expect(opened?.result).toMatchObject({ ending: 'other', success: null, scaled: null });
			expect(opened?.entries).toEqual([ask]);
			world.device.clear();
			const { opened: elsewhere } = await launch();
			expect(elsewhere?.result).toMatchObject({ ending: 'other', completedAt: '2026-11-22T10:00:00.000Z' });
		});
	});

	describe('an ending with a passing score', () => {
		it('reports passed with raw, min and max', async () => {
			const { play } = await launch({ passingScaled: 0.6 });
			await play(goodWay);
			expect(status()).toBe('passed');
			const score = ['raw', 'min', 'max'].map((name) => world.stored[version.scoreElements + name]);
			expect(score).toEqual(['100', '0', '100']);
		});

		it('turns failed into passed by practice, and never back', async () => {
			const { play } = await launch({ passingScaled: 0.6 });
			await play(poorWay);
			expect(status()).toBe('failed');
			await play([{ rewind: 0 }, ...goodWay]);
			expect([status(), version.raw(world.stored)]).toEqual(['passed', '100']);
			await play([{ rewind: 0 }, ...poorWay]);
			expect([status(), version.raw(world.stored)]).toEqual(['passed', '100']);
		});

		it('goes on from what was earned in an earlier launch', async () => {
			await (await launch({ passingScaled: 0.6 })).play(goodWay);
			const { opened, play } = await launch({ passingScaled: 0.6 });
			expect(opened?.result).toMatchObject({ success: true, scaled: 1 });
			await play([{ rewind: 0 }, ...poorWay]);
			expect([status(), version.raw(world.stored)]).toEqual(['passed', '100']);
		});
	});

	describe('learning objectives', () => {
		const objectives = () =>
			Object.entries(world.stored).filter(([element]) => /objectives\.\d+\.(id|score\.raw)$/.test(element));

		it('are reported each with a score of its own, where a passing score is set', async () => {
			await (await launch({ passingScaled: 0.6 })).play(goodWay);
			expect(objectives()).toEqual([
				['cmi.objectives.0.id', 'ask'],
				['cmi.objectives.0.score.raw', '100'],
				['cmi.objectives.1.id', 'explain'],
				['cmi.objectives.1.score.raw', '100']
			]);
		});

		it('that the LMS has already are written over and not doubled, and none is taken back', async () => {
			world.stored['cmi.objectives.0.id'] = 'PRIMARY_sample';
			world.stored['cmi.objectives.1.id'] = 'explain';
			const first = await launch({ passingScaled: 0.9 });
			await first.play(poorWay);
			await (await launch({ passingScaled: 0.9 })).play([{ rewind: 0 }, ...goodWay]);
			const ids = [0, 1, 2, 3].map((number) => world.stored[`cmi.objectives.${number}.id`]);
			expect(ids).toEqual(['PRIMARY_sample', 'explain', 'ask', undefined]);
			expect(world.stored['cmi.objectives.1.score.raw']).toBe('100');
		});

		it('stay out without a passing score, and of an LMS that knows none', async () => {
			await (await launch()).play(goodWay);
			world = { ...newWorld(), stored: world.stored };
			await (await launch({ passingScaled: 0.6, quirks: ['knows-no-objectives'] })).play([{ rewind: 0 }, ...goodWay]);
			expect(objectives()).toEqual([]);
		});
	});

	describe('leaving', () => {
		it('by the button commits and finishes', async () => {
			const { tracker, progress, play, watch } = await launch();
			await play([ask]);
			expect(await tracker.leave?.(progress())).toBe('close-window');
			expect(watch.calls.slice(-2).map(({ call }) => call)).toEqual([names.commit, names.finish]);
			expect(watch.faults).toEqual([]);
		});

		it('by closing the page makes one call that reaches the LMS, and repeating it none', async () => {
			const { tracker, progress, play, watch } = await launch();
			await play([ask]);
			const before = watch.calls.length;
			tracker.end();
			tracker.close(progress());
			tracker.end();
			expect(watch.calls.slice(before).map(({ call, args }) => [call, args[0]])).toEqual([
				[names.set, elements.sessionTime],
				[names.set, elements.exit],
				[names.finish, '']
			]);
		});

		it('by closing the page with something not saved yet hands that over in the same one call', async () => {
			const { tracker, play, watch } = await launch();
			world.online = false;
			await play([ask]);
			world.online = true;
			const before = watch.calls.length;
			tracker.end();
			const reaching = watch.calls.slice(before).filter(({ call }) => call === names.commit || call === names.finish);
			expect(reaching.map(({ call }) => call)).toEqual([names.finish]);
			expect(tracker.isWaiting()).toBe(false);
			expect((await launch()).opened?.entries).toEqual([ask]);
		});

		it('for a while, with the page hidden, ends nothing', async () => {
			const { tracker, progress, play, watch } = await launch();
			await play([ask]);
			const before = watch.calls.length;
			tracker.close(progress());
			expect(watch.calls.length).toBe(before);
			expect(await play([sorted])).toEqual(['handed-over']);
		});
	});

	describe.each(['review', 'browse'] as const)('%s mode', (mode) => {
		it('reads, and writes nothing', async () => {
			await (await launch()).play([ask]);
			const before = { ...world.stored };
			const { opened, play, tracker } = await launch({ mode });
			expect(opened).toMatchObject({ mode, entries: [ask] });
			expect(await play([sorted])).toEqual(['not-recorded']);
			tracker.end();
			expect(world.stored).toEqual(before);
		});
	});

	describe('without credit', () => {
		it('keeps the way and says nothing of what is earned', async () => {
			world.stored[version.creditElement] = 'no-credit';
			const { tracker, play, watch } = await launch({ passingScaled: 0.6 });
			expect(tracker.isForCredit()).toBe(false);
			await play(goodWay);
			expect(watch.faults).toEqual([]);
			expect(status()).toBe('incomplete');
			expect(Object.keys(world.stored).filter((element) => /score|objectives|progress/.test(element))).toEqual([]);
			expect((await launch()).opened?.entries).toEqual(goodWay);
		});
	});

	describe('interactions', () => {
		it('are not written unless the export asks for them', async () => {
			const { play, watch } = await launch();
			await play([ask]);
			expect(watch.calls.filter(({ args }) => args[0]?.includes('interactions'))).toEqual([]);
		});

		it('are neutral, and leave out scenes that can be skipped', async () => {
			const { play } = await launch({ interactions: true });
			await play(goodWay);
			const fields = Object.entries(world.stored).filter(([element]) => element.includes('interactions'));
			expect(fields.flatMap(([element, value]) => (element.endsWith('.result') ? [value] : []))).toEqual(
				Array(3).fill('neutral')
			);
			expect(fields.filter(([element, value]) => element.endsWith('.id') && value === 'flagged')).toEqual([]);
		});
	});

	it('a way of 300 decisions and rewinds breaks no rule and is kept', async () => {
		const rounds = Array.from({ length: 60 }, () => [...goodWay, { rewind: 0 }]).flat();
		const { play } = await launch({ passingScaled: 0.6, interactions: true });
		await play([...rounds, ask]);
		expect((await launch({ passingScaled: 0.6, interactions: true })).opened?.entries).toEqual([ask]);
	});

	it('a page reloaded within its launch goes on, and repeats nothing', async () => {
		await (await launch()).play([ask]);
		const { opened } = await launch({ quirks: ['initialised-already'] });
		expect(opened?.entries).toEqual([ask]);
	});
});
