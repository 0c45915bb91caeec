import { beforeEach, describe, expect, it } from 'vitest';
import {
	launchScorm,
	newWorld,
	scormVersions,
	type LaunchSettings,
	type ScormWorld
} from '../../../../tests/support/scorm-launch.ts';
import { ask, goodWay, restOfScript, sampleModule, sorted } from '../../../../tests/support/sample-ways.ts';

// What SCORM 1.2 alone has; everything else is in tracker.test.ts.

let world: ScormWorld;
beforeEach(() => {
	world = newWorld();
});
const launch = (settings?: LaunchSettings) => launchScorm(scormVersions.scorm12, sampleModule, world, settings);

describe('SCORM 1.2', () => {
	it('says suspend under way, and nothing after an ending', async () => {
		const { tracker, play } = await launch();
		await play([ask]);
		expect(world.stored['cmi.core.exit']).toBe('suspend');
		await play([sorted, ...restOfScript]);
		tracker.end();
		expect(world.stored['cmi.core.exit']).toBe('');
	});

	it('never writes completed where there is a passing score: passed or failed is all there is', async () => {
		const { play, watch } = await launch({ passingScaled: 0.6 });
		await play(goodWay);
		const statuses = watch.calls.filter(({ args }) => args[0] === 'cmi.core.lesson_status' && args[1] !== undefined);
		expect(statuses.map(({ args }) => args[1])).toEqual(['incomplete', 'passed']);
	});

	it('records each decision with an id of its own, in letters', async () => {
		const { play } = await launch({ interactions: true });
		await play([ask, { rewind: 0 }, ask, sorted, ...restOfScript]);
		const recorded = Object.entries(world.stored).filter(([element]) =>
			/interactions\.\d+\.(id|student_response)/.test(element)
		);
		expect(recorded.map(([, value]) => value)).toEqual([
			...['first', 'a', 'first__2', 'a'],
			...['sorting', 'a.c,b.a,c.b', 'last', 'a']
		]);
	});

	it('records nothing in an LMS that knows no interactions', async () => {
		const { play } = await launch({ interactions: true, quirks: ['knows-no-interactions'] });
		expect(await play([ask])).toEqual(['handed-over']);
		expect(Object.keys(world.stored).filter((element) => element.includes('interactions'))).toEqual([]);
	});
});
