import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { readStatement } from '#lib/lms/xapi/statement-rules.ts';
import type { LaunchSettings } from '#lib/lms/xapi/sessions.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { lastChoices } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { startLrs, type LrsServer } from './lrs-server.ts';
import { ownCourse, packed, root } from './packed.ts';
import { launchIn } from './store-learner.ts';

let course: LoadedCourse;
let host: LmsHost;
let store: LrsServer;
let module: PlayModule;

test.beforeAll(async () => {
	course = await ownCourse();
	module = course.modules[0]!.play;
	const hard = { passingScaled: { [module.id]: 1 } };
	host = await startLmsHost(
		{
			plain: (await packed(course, { standard: 'cmi5' })).files,
			scored: (await packed(course, { standard: 'cmi5', passingScaled: { [module.id]: 0.5 } })).files,
			hard: (await packed(course, { standard: 'cmi5', ...hard })).files,
			telling: (await packed(course, { standard: 'cmi5', interactions: true })).files,
			edited: (await packed(editedCourse(course), { standard: 'cmi5' })).files
		},
		root
	);
});
test.afterAll(() => host.stop());
test.beforeEach(async () => {
	store = await startLrs();
});
test.afterEach(() => store.stop());

const open = (page: Page, settings: Partial<LaunchSettings> & { registration: string }, name = 'plain') =>
	launchIn(page, { host, store, package: name }, module, settings);
const verbs = () => store.lrs.statements.map((one) => readStatement(one).verb);
const storyGoesOn = (page: Page) => page.getByRole('heading', { level: 1, name: 'The story so far' });

test.describe('a cmi5 package', () => {
	test('opens new: initialized, at most ten requests, and says what is recorded', async ({ page }, { testId }) => {
		await open(page, { registration: testId });
		await expect(page.getByText('Your LMS records when you opened this')).toBeVisible();
		await expect.poll(verbs).toEqual(['initialized']);
		expect(store.lrs.requests.length).toBeLessThanOrEqual(10);
		expect(store.lrs.faults).toEqual([]);
	});

	test('keeps each decision: a tab killed right after one has lost nothing', async ({ page, context, browser }, {
		testId
	}) => {
		const { play } = await open(page, { registration: testId });
		await play(module.script.slice(0, 2));
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		const devtools = await context.newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		devtools.send('Page.crash').catch(() => {});
		await crashed;
		const elsewhere = await browser.newPage();
		const again = await open(elsewhere, { registration: testId });
		await expect(storyGoesOn(elsewhere)).toBeVisible();
		await again.play(module.script.slice(2, 3));
		expect(store.lrs.faults).toEqual([]);
		await elsewhere.close();
	});

	test('completes at an ending, and leaving goes back to the LMS after terminated', async ({ page }, { testId }) => {
		const returnUrl = `${host.url}/plain/licences.txt`;
		const { play, session } = await open(page, { registration: testId, returnUrl });
		await play(module.script);
		await expect.poll(verbs).toContain('completed');
		expect(store.lrs.isSatisfied(session)).toBe(true);
		await page.getByRole('button', { name: 'Step away' }).click();
		await page.getByRole('button', { name: 'Stop here' }).click();
		await page.waitForURL(returnUrl);
		expect(verbs().at(-1)).toBe('terminated');
		expect(store.lrs.statements.every((one) => readStatement(one).score === null)).toBe(true);
		expect(store.lrs.faults).toEqual([]);
	});

	test('passes by the mastery score of the launch, and tells the learner of it', async ({ page }, { testId }) => {
		const { play } = await open(page, { registration: testId, masteryScore: 0.4 }, 'scored');
		await expect(page.getByText('whether you passed and with what score')).toBeVisible();
		await play(module.script);
		await expect.poll(verbs).toEqual(expect.arrayContaining(['completed', 'passed']));
		expect(store.lrs.faults).toEqual([]);
	});

	test('that was not passed says failed when the page is closed, and the next sitting may pass', async ({ page }, {
		testId
	}) => {
		const { play } = await open(page, { registration: testId, masteryScore: 1 }, 'hard');
		await play(lastChoices(module));
		await expect.poll(verbs).toContain('completed');
		await page.goto('about:blank');
		await expect.poll(() => verbs().slice(-2)).toEqual(['failed', 'terminated']);
		expect(store.lrs.faults).toEqual([]);
	});

	test('in Review mode shows what was done, and records nothing but that it was opened and closed', async ({ page }, {
		testId
	}) => {
		const { play } = await open(page, { registration: testId });
		await play(module.script);
		await expect.poll(verbs).toContain('completed');
		await page.goto('about:blank');
		await expect.poll(() => verbs().at(-1)).toBe('terminated');
		const before = verbs().length;
		await open(page, { registration: testId, mode: 'Review' });
		await expect(page.getByText('Nothing you do is recorded this time').first()).toBeVisible();
		await page.goto('about:blank');
		await expect.poll(() => verbs().slice(before)).toEqual(['initialized', 'terminated']);
		expect(store.lrs.faults).toEqual([]);
	});

	test('loaded anew goes on in its session, with the token it has', async ({ page }, { testId }) => {
		const { play } = await open(page, { registration: testId });
		await play(module.script.slice(0, 2));
		await page.reload();
		await expect(storyGoesOn(page)).toBeVisible();
		await play(module.script.slice(2, 3));
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		expect(verbs().filter((verb) => verb === 'initialized')).toHaveLength(1);
		expect(verbs()).not.toContain('terminated');
		expect(store.lrs.faults).toEqual([]);
	});

	test('whose fetch address was used already can be played: not saved yet, and the next launch sends it', async ({
		page
	}, { testId }) => {
		const { play } = await open(page, { registration: testId });
		await page.evaluate(() => sessionStorage.clear());
		await page.reload();
		await expect(page.getByText('Your LMS cannot be reached from here just now')).toBeVisible();
		await play(module.script.slice(0, 2));
		await expect(page.getByText('Not saved yet').first()).toBeVisible();
		await open(page, { registration: testId });
		await expect(storyGoesOn(page)).toBeVisible();
		await expect.poll(verbs).toEqual(['initialized', 'initialized']);
	});

	test('offline says that it is not saved yet, and sends everything in order once the network is back', async ({
		page,
		context
	}, { testId }) => {
		const { play } = await open(page, { registration: testId }, 'telling');
		await expect.poll(verbs).toEqual(['initialized']);
		await play(module.script.slice(0, 1));
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		await context.setOffline(true);
		await play(module.script.slice(1, 2));
		await expect(page.getByText('Not saved yet').first()).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByRole('status')).toHaveText('Saved again.');
		expect(verbs().filter((verb) => verb === 'responded').length).toBeGreaterThan(0);
		expect(store.lrs.faults).toEqual([]);
	});

	test('that was edited while somebody was in the middle goes on at the nearest place', async ({ page }, {
		testId
	}) => {
		const { play } = await open(page, { registration: testId });
		await play(module.script.slice(0, 2));
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		await open(page, { registration: testId }, 'edited');
		await expect(page.getByText('This module has been edited').first()).toBeVisible();
		expect(store.lrs.faults).toEqual([]);
	});

	test('opened without an LMS plays, and says that nothing is recorded', async ({ page }) => {
		await page.goto(`${host.url}/plain/${module.id}.html`);
		await expect(page.getByText('No LMS was found')).toBeVisible();
	});
});

test('up to the first decision: at most 60,000 bytes of script gzipped and 6 requests for files', async ({ page }, {
	testId
}) => {
	host.requests.length = 0;
	await open(page, { registration: testId });
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.waitForLoadState('networkidle');
	const paths = host.requests.map(({ path }) => path);
	expect(paths.length, paths.join(', ')).toBeLessThanOrEqual(6);
	const exported = await packed(course, { standard: 'cmi5' });
	const scripts = paths.filter((path) => path.endsWith('.js')).map((path) => exported.files[path]!);
	const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
	expect(bytes).toBeLessThanOrEqual(60_000);
});

/** The course after an edit of its first module, as far as its revision tells. */
function editedCourse(whole: LoadedCourse): LoadedCourse {
	return {
		...whole,
		modules: whole.modules.map((one, index) => {
			if (index > 0) return one;
			const play = { ...one.play, revision: `edited${one.play.revision.slice(6)}` };
			return { ...one, play, plays: { ...one.plays, [whole.language]: play } };
		})
	};
}
