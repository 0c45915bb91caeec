import { expect, test } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { lastChoices, launch, readOn, wayToEachEnding } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { ownCourse, packed, root } from './packed.ts';

let course: LoadedCourse;
let host: LmsHost;
let module: PlayModule;

test.beforeAll(async () => {
	course = await ownCourse();
	module = course.modules[0]!.play;
	host = await startLmsHost(
		{
			plain: (await packed(course)).files,
			scored: (await packed(course, { passingScaled: { [module.id]: 0.5 } })).files,
			hard: (await packed(course, { passingScaled: { [module.id]: 1 } })).files,
			telling: (await packed(course, { interactions: true })).files
		},
		root
	);
});
test.afterAll(() => host.stop());

test.describe('a package under scorm-again, with strict checks beside it', () => {
	test('opens new: incomplete, at most ten calls, and says what is recorded', async ({ page }, { testId }) => {
		const { frame, watch } = await launch(page, host, module, { attempt: testId });
		await expect(frame.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
		await expect(frame.getByText('Your LMS records that you finished')).toBeVisible();
		const { calls, faults } = await watch();
		expect(faults).toEqual([]);
		expect(calls.length).toBeLessThanOrEqual(10);
		expect(host.attempts.get(testId)?.['cmi.core.lesson_status']).toBe('incomplete');
	});

	test('keeps each decision: a window killed right after one has lost nothing', async ({ page, context }, {
		testId
	}) => {
		const { play, watch } = await launch(page, host, module, { attempt: testId });
		await play(module.script.slice(0, 2));
		expect((await watch()).faults).toEqual([]);
		const devtools = await context.newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		devtools.send('Page.crash').catch(() => {});
		await crashed;

		const again = await launch(await context.newPage(), host, module, { attempt: testId });
		await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
		await again.play(module.script.slice(2, 3));
		expect((await again.watch()).faults).toEqual([]);
	});

	test('resumes where it was after the page was closed', async ({ page }, { testId }) => {
		const first = await launch(page, host, module, { attempt: testId });
		await first.play(module.script.slice(0, 3));
		await page.goto('about:blank');
		await expect.poll(() => host.attempts.get(testId)?.['cmi.core.exit']).toBe('suspend');
		const again = await launch(page, host, module, { attempt: testId });
		await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
		await again.play(module.script.slice(3, 4));
	});

	test('completes at an ending, sends no score, and finishes on leaving', async ({ page }, { testId }) => {
		const { frame, play, watch } = await launch(page, host, module, { attempt: testId });
		await play(module.script);
		await expect.poll(() => host.attempts.get(testId)?.['cmi.core.lesson_status']).toBe('completed');
		await frame.getByRole('button', { name: 'Step away' }).click();
		await frame.getByRole('button', { name: 'Stop here' }).click();
		await expect(frame.getByRole('heading', { level: 1 })).toHaveText('You can close this window');
		const { calls, faults } = await watch();
		expect(faults).toEqual([]);
		expect(calls.map(({ call }) => call).at(-1)).toBe('LMSFinish');
		expect(calls.filter(({ args }) => args[0]?.includes('score'))).toEqual([]);
	});

	test('opens a completed module for review, and writes nothing', async ({ page }, { testId }) => {
		const first = await launch(page, host, module, { attempt: testId });
		await first.play(module.script);
		await page.goto('about:blank');
		const before = { ...host.attempts.get(testId) };
		const { frame, watch } = await launch(page, host, module, { attempt: testId, mode: 'review' });
		await expect(frame.getByText('Nothing you do is recorded this time').first()).toBeVisible();
		const { calls, faults } = await watch();
		expect(faults).toEqual([]);
		expect(calls.filter(({ call }) => call === 'LMSSetValue' || call === 'LMSCommit')).toEqual([]);
		expect(host.attempts.get(testId)).toEqual(before);
	});

	test('takes a decision back: the LMS keeps the way now in force', async ({ page }, { testId }) => {
		const { frame, play, watch } = await launch(page, host, module, { attempt: testId });
		await play(module.script.slice(0, 1));
		const kept = host.attempts.get(testId)?.['cmi.suspend_data'] ?? '';
		await frame.getByRole('button', { name: 'Take that back' }).click();
		await expect.poll(() => host.attempts.get(testId)?.['cmi.suspend_data']?.length).toBe(kept.length - 3);
		await play(module.script.slice(0, 1));
		await expect.poll(() => host.attempts.get(testId)?.['cmi.suspend_data']?.length).toBe(kept.length);
		expect((await watch()).faults).toEqual([]);
	});

	test('with a passing score: says so first, and sends status and score', async ({ page }, { testId }) => {
		const { frame, play, watch } = await launch(page, host, module, {
			attempt: testId,
			package: 'scored',
			scored: true
		});
		await expect(frame.getByText('also records your best score')).toBeVisible();
		await play(module.script);
		await expect.poll(() => host.attempts.get(testId)?.['cmi.core.lesson_status']).toMatch(/passed|failed/);
		expect(Number(host.attempts.get(testId)?.['cmi.core.score.raw'])).toBeGreaterThan(0);
		expect((await watch()).faults).toEqual([]);
	});

	test('with interactions: says so first, and records decisions as neutral', async ({ page }, { testId }) => {
		const { frame, play, watch } = await launch(page, host, module, { attempt: testId, package: 'telling' });
		await expect(frame.getByText('records each choice you make')).toBeVisible();
		await play(module.script.slice(0, 3));
		const { calls, faults } = await watch();
		expect(faults).toEqual([]);
		expect(calls.filter(({ args }) => args[0]?.endsWith('.result')).map(({ args }) => args[1])).toEqual(
			Array(3).fill('neutral')
		);
	});
});

test.describe('a dirty LMS', () => {
	test('that answers "true" and stores nothing: the next launch goes on from the device and says so', async ({ page }, {
		testId
	}) => {
		const first = await launch(page, host, module, { attempt: testId, quirks: ['forgets'] });
		await first.play(module.script.slice(0, 2));
		await expect(first.frame.getByText('Handed to your LMS')).toBeVisible();
		const again = await launch(page, host, module, { attempt: testId, quirks: ['forgets'] });
		await expect(again.frame.getByText('Your last place was not kept')).toBeVisible();
		await again.play(module.script.slice(2, 3));
		expect((await again.watch()).faults).toEqual([]);
	});

	test('that refuses commits: the line says that it is not saved yet', async ({ page }, { testId }) => {
		const { frame, play } = await launch(page, host, module, { attempt: testId, quirks: ['refuses-commits'] });
		await play(module.script.slice(0, 1));
		await expect(frame.getByText('Not saved yet').first()).toBeVisible();
	});

	test('that erases suspend data after completion: opens as finished, and stays completed', async ({ page }, {
		testId
	}) => {
		const quirks = ['erases-after-completion'];
		const first = await launch(page, host, module, { attempt: testId, quirks });
		await first.play(module.script);
		await page.goto('about:blank');
		await expect.poll(() => host.attempts.get(testId)?.['cmi.suspend_data']).toBe('');
		await page.evaluate(() => {});
		const again = await launch(page, host, module, { attempt: testId, quirks });
		await expect(again.frame.locator('h1')).toBeVisible();
		expect((await again.watch()).faults).toEqual([]);
		expect(host.attempts.get(testId)?.['cmi.core.lesson_status']).toBe('completed');
	});

	test('in which failed resets the attempt: the way is still there, and nothing failed is sent before an ending', async ({
		page
	}, { testId }) => {
		const options = { attempt: testId, package: 'hard', scored: true, quirks: ['failed-resets'] };
		const first = await launch(page, host, module, options);
		await first.play(lastChoices(module));
		await expect.poll(() => host.attempts.get(testId)?.['cmi.core.lesson_status']).toBe('failed');
		await page.goto('about:blank');
		await expect.poll(() => host.attempts.get(testId)).toEqual({});
		const again = await launch(page, host, module, options);
		await expect(again.frame.getByText('Your last place was not kept')).toBeVisible();
		expect((await again.watch()).faults).toEqual([]);
		expect(host.attempts.get(testId)?.['cmi.core.lesson_status']).toBe('incomplete');
	});

	test('with empty entry and mode: plays and resumes as any other', async ({ page }, { testId }) => {
		const quirks = ['empty-entry-and-mode'];
		const first = await launch(page, host, module, { attempt: testId, quirks });
		await first.play(module.script.slice(0, 2));
		const again = await launch(page, host, module, { attempt: testId, quirks });
		await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	});

	test('that is not there: plays all the same, says that nothing is recorded, and a reload goes on', async ({ page }, {
		testId
	}) => {
		const first = await launch(page, host, module, { attempt: testId, lms: 'none' });
		await expect(first.frame.getByText('No LMS was found')).toBeVisible();
		await first.play(module.script.slice(0, 2));
		await expect(first.frame.getByText('Not recorded')).toBeVisible();
		const again = await launch(page, host, module, { attempt: testId, lms: 'none' });
		await expect(again.frame.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	});

	test('that throws on every call: counts as none', async ({ page }, { testId }) => {
		const { frame } = await launch(page, host, module, { attempt: testId, quirks: ['throws'] });
		await expect(frame.getByText('No LMS was found')).toBeVisible();
	});
});

test('each module reaches each of its endings, and its debrief, in the package', async ({ browser }, { testId }) => {
	test.setTimeout(600_000);
	for (const { play: each } of course.modules) {
		const ways = wayToEachEnding(each);
		const endings = Object.values(each.scenes).filter(({ kind }) => kind === 'ending');
		for (const { id, title } of endings) {
			const attempt = `${testId}-${each.id}-${id}`;
			// A device of its own: on a known one the copy of the way before would be gone on with.
			const page = await browser.newPage();
			const { frame, play, watch } = await launch(page, host, each, { attempt });
			await play(ways.get(id) ?? []);
			await readOn(frame, async () => (await frame.getByRole('heading', { level: 1, name: title }).count()) > 0);
			await readOn(frame, async () => (await frame.getByText('the next shift').count()) > 0);
			expect((await watch()).faults, `${each.id}, ${id}`).toEqual([]);
			await page.close();
		}
	}
});
