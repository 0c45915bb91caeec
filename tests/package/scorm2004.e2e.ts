import { expect, test, type Page } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { moodleCommitBytes, mostCommitBytes } from '#lib/lms/moodle-commit.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { lastChoices, launch, type LaunchOptions } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { ownCourse, packed, root } from './packed.ts';

// What needs a browser and a run-time of SCORM 2004; the rest is in src/lib/tracking/scorm/*.test.ts.

let course: LoadedCourse;
let host: LmsHost;
let module: PlayModule;

test.beforeAll(async () => {
	course = await ownCourse();
	module = course.modules[0]!.play;
	const fourth = { standard: 'scorm2004-4' } as const;
	host = await startLmsHost(
		{
			third: (await packed(course, { standard: 'scorm2004-3' })).files,
			fourth: (await packed(course, fourth)).files,
			scored: (await packed(course, { ...fourth, passingScaled: { [module.id]: 0.5 }, interactions: true })).files,
			hard: (await packed(course, { ...fourth, passingScaled: { [module.id]: 1 } })).files
		},
		root
	);
});
test.afterAll(() => host.stop());

const open = (page: Page, attempt: string, options: Partial<LaunchOptions> = {}) =>
	launch(page, host, module, { package: 'fourth', lms: 'scorm2004', attempt, ...options });
const stored = (attempt: string, element: string) => host.attempts.get(attempt)?.[element];

for (const edition of ['third', 'fourth'])
	test(`${edition} edition: opens new, plays to an ending, completes, and is left by the button`, async ({ page }, {
		testId
	}) => {
		const { frame, play, watch } = await open(page, testId, { package: edition });
		await expect(frame.getByText('Your LMS records that you finished')).toBeVisible();
		expect((await watch()).calls.length).toBeLessThanOrEqual(10);
		expect(stored(testId, 'cmi.completion_status')).toBe('incomplete');
		await play(module.script);
		await expect.poll(() => stored(testId, 'cmi.completion_status')).toBe('completed');
		await frame.getByRole('button', { name: 'Step away' }).click();
		await frame.getByRole('button', { name: 'Stop here' }).click();
		await expect(frame.getByRole('heading', { level: 1 })).toHaveText('You can close this window');
		const { calls, faults } = await watch();
		expect(faults).toEqual([]);
		expect(calls.map(({ call }) => call).slice(-2)).toEqual(['Commit', 'Terminate']);
		expect(calls.filter(({ args }) => args[0] === 'adl.nav.request').map(({ args }) => args[1])).toEqual([
			'suspendAll'
		]);
		expect(calls.filter(({ args }) => args[0]?.includes('score'))).toEqual([]);
	});

test('keeps each decision: a window killed right after one has lost nothing', async ({ page, context }, { testId }) => {
	const { play, watch } = await open(page, testId);
	await play(module.script.slice(0, 2));
	expect((await watch()).faults).toEqual([]);
	const devtools = await context.newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	devtools.send('Page.crash').catch(() => {});
	await crashed;
	const again = await open(await context.newPage(), testId);
	await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	await again.play(module.script.slice(2, 3));
	expect((await again.watch()).faults).toEqual([]);
});

test('Moodle in Chrome blocks unload, and Chromium slow requests on leaving: closing the page is said all the same, and it resumes', async ({
	page
}, { testId }) => {
	// The host’s pages forbid `unload`, as Chrome does to frames.
	const first = await open(page, testId);
	await first.play(module.script.slice(0, 2));
	const atDecision = stored(testId, 'cmi.session_time');
	await page.goto('about:blank');
	await expect.poll(() => stored(testId, 'cmi.session_time')).not.toBe(atDecision);
	expect(stored(testId, 'cmi.exit')).toBe('suspend');
	const again = await open(page, testId);
	await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	await again.play(module.script.slice(2, 3));
	expect((await again.watch()).faults).toEqual([]);
});

test('passes: both statuses, both scores, objectives and readable interactions; then opens for review and writes nothing', async ({
	page
}, { testId }) => {
	const options = { package: 'scored', scored: true };
	const { play, watch } = await open(page, testId, options);
	await play(module.script);
	await expect.poll(() => stored(testId, 'cmi.success_status')).toBe('passed');
	expect(stored(testId, 'cmi.completion_status')).toBe('completed');
	expect(Number(stored(testId, 'cmi.score.scaled'))).toBeGreaterThanOrEqual(0.5);
	expect(Number(stored(testId, 'cmi.score.raw'))).toBeCloseTo(Number(stored(testId, 'cmi.score.scaled')) * 100, 1);
	expect(stored(testId, 'cmi.objectives.0.id')).toBe(module.objectives[0]!.id.replaceAll('-', '_'));
	const { calls, faults } = await watch();
	expect(faults).toEqual([]);
	const told = calls.filter(({ args }) => args[0]?.endsWith('.learner_response'));
	expect(told.length).toBeGreaterThan(3);
	expect(moodleCommitBytes(host.attempts.get(testId) ?? {})).toBeLessThan(mostCommitBytes);

	await page.goto('about:blank');
	const before = { ...host.attempts.get(testId) };
	const review = await open(page, testId, { ...options, mode: 'review' });
	await expect(review.frame.getByText('Nothing you do is recorded this time').first()).toBeVisible();
	const { calls: reviewing, faults: inReview } = await review.watch();
	expect(inReview).toEqual([]);
	expect(reviewing.filter(({ call }) => call === 'SetValue' || call === 'Commit')).toEqual([]);
	expect(host.attempts.get(testId)).toEqual(before);
});

test('fails at an ending below the passing score, and is completed all the same', async ({ page }, { testId }) => {
	const { play, watch } = await open(page, testId, { package: 'hard', scored: true });
	await play(lastChoices(module));
	await expect.poll(() => stored(testId, 'cmi.success_status')).toBe('failed');
	expect(stored(testId, 'cmi.completion_status')).toBe('completed');
	expect((await watch()).faults).toEqual([]);
});

test('under a small LMS that forgets: the next launch goes on from the device and says so', async ({ page }, {
	testId
}) => {
	const first = await open(page, testId, { quirks: ['forgets'] });
	await first.play(module.script.slice(0, 2));
	const again = await open(page, testId, { quirks: ['forgets'] });
	await expect(again.frame.getByText('Your last place was not kept')).toBeVisible();
	expect((await again.watch()).faults).toEqual([]);
});
