import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moodleCommitBytes, mostCommitBytes } from '#lib/lms/moodle-commit.ts';
import type { ModuleFile } from '#lib/course/module-schema.ts';
import type { Entry } from '#lib/scenario/module.ts';
import { compileSample } from '../../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../../tests/support/sample-file.ts';
import {
	launchScorm,
	newWorld,
	scormVersions,
	type LaunchSettings,
	type ScormWorld
} from '../../../../tests/support/scorm-launch.ts';
import { ask, goodWay, poorWay, sampleModule, sorted, tell } from '../../../../tests/support/sample-ways.ts';

// What SCORM 2004 alone has; everything else is in tracker.test.ts.

let world: ScormWorld;
beforeEach(() => {
	vi.useFakeTimers();
	world = newWorld();
});
afterEach(() => {
	vi.useRealTimers();
});
const launch = (settings?: LaunchSettings) => launchScorm(scormVersions.scorm2004, sampleModule, world, settings);
const stored = (element: string) => world.stored[element];

describe('SCORM 2004', () => {
	it('tells completion and success apart: failed is completed all the same', async () => {
		await (await launch({ passingScaled: 0.6 })).play(poorWay);
		expect(world.stored).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' });
	});

	it('says nothing of success without a passing score', async () => {
		await (await launch()).play(goodWay);
		expect(stored('cmi.completion_status')).toBe('completed');
		expect(stored('cmi.success_status')).toBeUndefined();
	});

	it('completes where an LMS judged success by itself and completion was never said', async () => {
		world.stored['cmi.success_status'] = 'failed';
		await (await launch({ passingScaled: 0.6 })).play(goodWay);
		expect(world.stored).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' });
	});

	it('sends the scaled score and the raw one, and the best stays', async () => {
		const { play } = await launch({ passingScaled: 0.6 });
		await play(goodWay);
		expect(world.stored).toMatchObject({ 'cmi.score.scaled': '1', 'cmi.score.raw': '100' });
		await play([{ rewind: 0 }, ...poorWay]);
		expect(world.stored).toMatchObject({ 'cmi.score.scaled': '1', 'cmi.score.raw': '100' });
	});

	it('says suspend before each commit, after an ending too, so that the attempt comes back', async () => {
		const first = await launch({ passingScaled: 0.6 });
		await first.play(goodWay);
		first.tracker.end();
		expect(stored('cmi.exit')).toBe('suspend');
		world.device.clear();
		expect((await launch({ passingScaled: 0.6 })).opened).toMatchObject({
			entries: goodWay,
			result: { success: true, scaled: 1 }
		});
	});

	it('measures progress by chapters behind one, and 1 once finished', async () => {
		const { play } = await launch();
		await play([ask]);
		expect(stored('cmi.progress_measure')).toBe('0');
		await play([sorted]);
		expect(stored('cmi.progress_measure')).toBe('0.5');
		await play(goodWay.slice(2));
		expect(stored('cmi.progress_measure')).toBe('1');
		await play([{ rewind: 0 }]);
		expect(stored('cmi.progress_measure')).toBe('1');
	});

	it('marks an objective passed where it was shown in full, and takes that back for no other way', async () => {
		const { play } = await launch({ passingScaled: 0.9 });
		await play([
			ask,
			{ scene: 'sorting', response: { lifts: 'peer', pills: 'peer', walks: 'other' } },
			...goodWay.slice(2)
		]);
		expect(stored('cmi.objectives.0.success_status')).toBe('passed');
		expect(stored('cmi.objectives.1.success_status')).toBeUndefined();
		await play([{ rewind: 0 }, ...goodWay]);
		expect([0, 1].map((number) => stored(`cmi.objectives.${number}.success_status`))).toEqual(['passed', 'passed']);
		await play([{ rewind: 0 }, tell]);
		expect(stored('cmi.objectives.0.success_status')).toBe('passed');
	});

	it('keeps one record per scene, with readable ids, that says what was decided there last', async () => {
		const first = await launch({ interactions: true });
		await first.play([ask, sorted, { rewind: 0 }, tell]);
		first.tracker.end();
		await (await launch({ interactions: true })).play([{ rewind: 0 }, ...goodWay]);
		const records = Object.entries(world.stored).filter(([element]) =>
			/interactions\.\d+\.(id|learner_response|description)/.test(element)
		);
		expect(records.map(([, value]) => value)).toEqual([
			...['first', 'ask', 'First'],
			...['sorting', 'lifts[.]shared[,]pills[.]other[,]walks[.]peer', 'Sorting'],
			...['last', 'stay', 'Last']
		]);
	});

	it.each([
		['true', 'continue'],
		['false', 'suspendAll'],
		['unknown', 'suspendAll']
	])('asks on leaving after an ending, where going on is valid: %s, for %s', async (valid, request) => {
		world.stored['adl.nav.request_valid.continue'] = valid;
		const { play, tracker, progress, watch } = await launch();
		await play(goodWay);
		await tracker.leave?.(progress());
		const asked = watch.calls.filter(({ args }) => args[0] === 'adl.nav.request');
		expect(asked.map(({ args }) => args[1])).toEqual([request]);
		expect(watch.faults).toEqual([]);
	});

	it('asks to suspend on leaving under way, and for nothing where the page is closed', async () => {
		world.stored['adl.nav.request_valid.continue'] = 'true';
		const first = await launch();
		await first.play([ask]);
		await first.tracker.leave?.(first.progress());
		expect(first.watch.calls.find(({ args }) => args[0] === 'adl.nav.request')?.args[1]).toBe('suspendAll');
		const second = await launch();
		second.tracker.end();
		expect(second.watch.calls.filter(({ args }) => args[0] === 'adl.nav.request')).toEqual([]);
	});

	it('stays under 32 KiB a commit in an attempt of thousands of decisions, in a large module', async () => {
		const settings = { passingScaled: 0.6, interactions: true };
		const { play, tracker } = await launchScorm(scormVersions.scorm2004, large, world, settings);
		await play([...largeRound, { scene: 's-1', choice: out }]);
		await play(Array.from({ length: 1000 }, () => [{ rewind: 0 }, largeRound[0]!]).flat());
		// As long a way in force as is kept at all.
		const entries = Array.from({ length: 2650 }, (_, at) => largeRound[at % largeRound.length]!);
		await tracker.save({ entries, result: null, place: 's-11' });
		expect(world.stored['cmi.suspend_data']?.length).toBeGreaterThan(7900);
		expect(Object.keys(world.stored).filter((element) => element.endsWith('.learner_response')).length).toBeGreaterThan(
			10
		);
		expect(world.stored['cmi.objectives.11.id']).toBeDefined();
		expect(moodleCommitBytes(world.stored)).toBeGreaterThan(24_000);
		expect(moodleCommitBytes(world.stored)).toBeLessThan(mostCommitBytes);
	});
});

/** Ids as long as they may be, titles of characters that take nine bytes in a form, a way that goes round for ever. */
const on = `${'on-'.repeat(15)}on`;
const out = `${'out-'.repeat(11)}out`;
const objectives = Array.from({ length: 12 }, (_, at) => `${'objective-'.repeat(4)}${at}`);
const large = compileSample({
	...sampleFile(),
	id: 'large',
	objectives: Object.fromEntries(objectives.map((id) => [id, { text: id, need: 1 }])),
	meters: {},
	asides: {},
	start: 's-1',
	chapters: [
		{
			id: 'round',
			title: 'Round',
			part: 1,
			scenes: Object.fromEntries(
				Array.from({ length: 40 }, (_, at): [string, ModuleFile['chapters'][number]['scenes'][string]] => [
					`s-${at + 1}`,
					{
						title: `${at}${'“'.repeat(120)}`,
						text: 'On or out?',
						choices: {
							[on]: { say: 'On.', to: `s-${((at + 1) % 40) + 1}`, score: { [objectives[at % 12]!]: 1 } },
							[out]: { say: 'Out.', to: 'good' }
						}
					}
				])
			)
		}
	],
	endings: { good: { title: 'Good', text: 'It went well.' } },
	script: [`s-1/${out}`]
});
const largeRound: Entry[] = Array.from({ length: 40 }, (_, at) => ({ scene: `s-${at + 1}`, choice: on }));
