import { expect, type FrameLocator, type Page } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { test } from '../fixtures.ts';
import { readOn } from '../package/learner.ts';
import { administratorOn } from './accounts.ts';

const moduleFrame = 'iframe[title^="The module"]';

/** Builds a package on the export page and opens the page where it can be played. */
async function build(
	page: Page,
	choose: (page: Page) => Promise<void> = async () => {},
	title = 'What your LMS will record'
): Promise<void> {
	await page.goto('/admin/packages');
	await choose(page);
	await page.getByRole('button', { name: 'See what your LMS will record' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** Opens the module, and waits for its first screen. */
async function open(page: Page, button = 'Open the module'): Promise<FrameLocator> {
	await page.getByRole('button', { name: button, exact: true }).click();
	const frame = page.frameLocator(moduleFrame);
	await expect(frame.locator('h1')).toBeVisible();
	return frame;
}

/** Reads on to the next decision and takes its first choice. */
async function decide(frame: FrameLocator): Promise<void> {
	const choices = frame.locator('main [role=group] button');
	await readOn(frame, async () => (await choices.count()) > 1);
	const title = await frame.locator('h1').innerText();
	await choices.first().click();
	await expect(frame.locator('h1', { hasText: title })).toHaveCount(0);
}

const results = (page: Page) => page.getByRole('region', { name: 'What your LMS shows' });
const storyAgain = (frame: FrameLocator) => frame.getByRole('heading', { level: 1, name: 'The story so far' });

for (const { standard, set } of [
	{ standard: 'SCORM 1.2', set: 'LMSSetValue' },
	{ standard: 'SCORM 2004, 4th Edition', set: 'SetValue' }
])
	test(`a package of ${standard} is played, its calls are listed, and opening it again resumes`, async ({
		browser,
		freshSite
	}) => {
		test.setTimeout(120_000);
		const page = await administratorOn(browser, freshSite);
		await build(page, (at) => at.getByLabel(standard, { exact: true }).check());
		await expect(results(page)).toContainText('Nothing yet.');
		const frame = await open(page);
		await expect(frame.getByText('Your LMS records that you finished')).toBeVisible();
		await expect(results(page)).toContainText('After this run your LMS shows: incomplete');
		await decide(frame);
		await decide(frame);
		const rows = page.getByRole('row').filter({ hasText: 'the choices, coded' }).filter({ hasText: set });
		await expect(rows).toHaveCount(2);
		await expect(results(page)).toContainText(/shows: incomplete; resume at “.+”\./);
		await expect(results(page)).toContainText('Every call was answered');

		const again = await open(page, 'Open it again');
		await expect(storyAgain(again)).toBeVisible();
		await expect(page.getByText('Opened: 2')).toBeVisible();
		await expect(page.getByRole('row').filter({ hasText: 'Ends' })).toHaveCount(1);

		const review = await open(page, 'Open it for review');
		await expect(review.getByText(/Nothing (you do )?is recorded this time/).first()).toBeVisible();

		const anew = await open(page, 'Begin as a new learner');
		await expect(anew.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
		await expect(page.getByText('Opened: 2')).toHaveCount(0);
		await page.context().close();
	});

test('the list can be cut down to what somebody looks for, and to what went wrong', async ({ browser, freshSite }) => {
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await open(page);
	const lines = page.locator('tbody tr:not(.launch)');
	await expect(lines.filter({ hasText: 'LMSCommit' })).not.toHaveCount(0);
	await page.getByLabel('Show only calls with').fill('Commit');
	await expect(lines.filter({ hasNotText: 'LMSCommit' })).toHaveCount(0);
	await page.getByLabel('Only what did not work').check();
	await expect(page.getByText('None of the calls is like that.')).toBeVisible();
	await page.context().close();
});

test('an LMS that keeps nothing: the device stands in for it, and on another device all is gone', async ({
	browser,
	freshSite
}) => {
	test.setTimeout(120_000);
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await page.getByLabel('What kind of LMS').selectOption({ label: 'Says yes and keeps nothing' });
	await expect(page.getByText('Every answer is “true”, and the next time all is gone.')).toBeVisible();
	const frame = await open(page);
	await decide(frame);
	await expect(results(page)).toContainText('shows: nothing, since it has kept nothing of what it was told');
	const again = await open(page, 'Open it again');
	await expect(again.getByText('did not keep').or(again.getByText('not kept')).first()).toBeVisible();
	const elsewhere = await open(page, 'Open it on another device');
	await expect(elsewhere.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
	await page.context().close();
});

test('an LMS that refuses to keep: the learner sees it, and the list says which calls', async ({
	browser,
	freshSite
}) => {
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await page.getByLabel('What kind of LMS').selectOption({ label: 'Refuses to keep anything' });
	const frame = await open(page);
	await decide(frame);
	await expect(frame.getByText('Not saved yet').first()).toBeVisible();
	await expect(results(page)).toContainText(/The LMS refused \d+ calls?\./);
	await page.getByLabel('Only what did not work').check();
	await expect(page.getByRole('row').filter({ hasText: 'LMSCommit' }).first()).toContainText('Error 101');
	await page.context().close();
});

test('no LMS at all: it plays, says so, and calls nothing', async ({ browser, freshSite }) => {
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await page.getByLabel('What kind of LMS').selectOption({ label: 'No LMS at all' });
	const frame = await open(page);
	await expect(frame.getByText('No LMS was found').first()).toBeVisible();
	await expect(results(page)).toContainText('shows: nothing, since the module found no LMS');
	await expect(page.getByText('No call yet.')).toBeVisible();
	await page.context().close();
});

test('a plain web package tells nobody, and goes on from what the device keeps', async ({ browser, freshSite }) => {
	test.setTimeout(120_000);
	const page = await administratorOn(browser, freshSite);
	await build(page, (at) => at.getByLabel('Plain web', { exact: true }).check(), 'What a browser will keep');
	const frame = await open(page);
	await decide(frame);
	await expect(page.getByText('Nobody. The place is kept on the learner’s device')).toBeVisible();
	await expect(page.getByLabel('What kind of LMS')).toHaveCount(0);
	await expect(storyAgain(await open(page, 'Open it again'))).toBeVisible();
	const elsewhere = await open(page, 'Open it on another device');
	await expect(elsewhere.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
	await page.context().close();
});

test('a standard without a preview says so before it is asked for', async ({ browser, freshSite }) => {
	const page = await administratorOn(browser, freshSite);
	await page.goto('/admin/packages');
	await page.getByLabel('cmi5', { exact: true }).check();
	await expect(page.getByRole('button', { name: 'See what your LMS will record' })).toBeDisabled();
	await expect(page.getByText('For this standard there is no preview here yet.')).toBeVisible();
	await expect(page.getByLabel('Each module opens after the one before it')).toBeDisabled();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the package' }).click();
	expect((await download).suggestedFilename()).toBe('working-alongside-cmi5.zip');
	await page.context().close();
});

test('what plays in the frame has no origin: it reads neither the page around it nor a cookie', async ({
	browser,
	freshSite
}) => {
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await open(page);
	const inside = page.frames().find((one) => one.url().includes('/preview/') && one !== page.mainFrame());
	const tried = await inside!.evaluate(async () => {
		const outcome = (work: () => unknown) => {
			try {
				return String(work());
			} catch (error) {
				return (error as Error).name;
			}
		};
		return {
			origin: window.origin,
			parent: outcome(() => window.parent.document.title),
			api: outcome(() => (window.parent as unknown as { API: unknown }).API),
			cookie: outcome(() => document.cookie),
			database: outcome(() => window.indexedDB.open('x')),
			site: await fetch('/admin/people').then(
				() => 'read',
				() => 'refused'
			),
			leave: outcome(() => (window.top!.location.href = 'about:blank'))
		};
	});
	expect(tried).toEqual({
		origin: 'null',
		parent: 'SecurityError',
		api: 'SecurityError',
		cookie: 'SecurityError',
		database: 'SecurityError',
		site: 'refused',
		leave: 'SecurityError'
	});
	await page.context().close();
});

test('files of a package are there under its token alone, for frames of ours alone', async ({ browser, freshSite }) => {
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await open(page);
	const address = await page.locator(moduleFrame).getAttribute('src');
	const asking = await browser.newContext({ baseURL: freshSite.url });
	const { request } = asking;
	const found = await request.get(address ?? '');
	expect(found.status()).toBe(200);
	expect(found.headers()).toMatchObject({
		'cache-control': 'no-store',
		'content-security-policy': expect.stringMatching(
			/^sandbox allow-scripts allow-forms; default-src 'none'.*frame-ancestors 'self'$/
		),
		'x-frame-options': 'SAMEORIGIN',
		'x-content-type-options': 'nosniff',
		'access-control-allow-origin': '*'
	});
	for (const wrong of [
		(address ?? '').replace(/\/preview\/\w+/, `/preview/${'a'.repeat(40)}`),
		(address ?? '').replace(/[^/]*$/, 'no-such-file.html'),
		(address ?? '').replace(/[^/]*$/, '..%2f..%2fpackage.json'),
		'/preview/x'
	]) {
		const missed = await request.get(wrong);
		expect(missed.status(), wrong).toBe(404);
		expect(missed.headers()['x-frame-options'], wrong).toBe('DENY');
	}
	for (const path of ['/', '/sign-in', '/privacy'])
		expect((await request.get(path)).headers()['x-frame-options'], path).toBe('DENY');
	const own = await page.request.get(new URL(page.url()).pathname);
	expect(own.headers()['x-frame-options']).toBe('DENY');
	expect((await request.get(new URL(page.url()).pathname, { maxRedirects: 0 })).status()).toBe(303);
	await asking.close();
	await page.context().close();
});

test('the package that was looked at can be downloaded; a preview that is gone says so', async ({
	browser,
	freshSite
}) => {
	const page = await administratorOn(browser, freshSite);
	await build(page, (at) => at.getByLabel('SCORM 2004, 3rd Edition').check());
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download this package' }).click();
	expect((await download).suggestedFilename()).toBe('working-alongside-scorm2004-3.zip');
	await page.goto(`/admin/packages/preview/${'a'.repeat(40)}`);
	await expect(page.getByRole('region', { name: 'Please look at this again' })).toContainText('That preview is gone');
	await page.context().close();
});

test('by keyboard alone; nothing for axe to find in any look, before, while it plays, and where things go wrong', async ({
	browser,
	freshSite,
	picture
}) => {
	test.setTimeout(240_000);
	const page = await administratorOn(browser, freshSite);
	await build(page);
	await expectAccessibleInEveryLook(page, 'a preview before it begins');
	await page.getByLabel('What kind of LMS').focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const frame = page.frameLocator(moduleFrame);
	await expect(frame.locator('h1')).toBeVisible();
	await decide(frame);
	// Two whole pages are two banners and two mains, one of them in a frame: the learner's is looked at by the player's tests.
	await expectAccessibleInEveryLook(page, 'a preview while it plays', moduleFrame);
	for (const width of [360, 768, 1280])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await picture(`preview-${width}-${colorScheme}`, page);
		}
	await page.getByLabel('What kind of LMS').selectOption({ label: 'Broken' });
	await open(page, 'Begin as a new learner');
	await expect(page.getByText('The LMS broke: TypeError').first()).toBeVisible();
	await expectAccessibleInEveryLook(page, 'a preview where things go wrong', moduleFrame);
	await page.context().close();
});

test('the export page: each choice reaches the package, a score typed wrongly leads back with the reason', async ({
	browser,
	freshSite,
	picture
}) => {
	test.setTimeout(120_000);
	const page = await administratorOn(browser, freshSite);
	await page.goto('/admin/packages');
	await expect(page.getByLabel(/^Passing score for/).first()).toBeHidden();
	await page.getByLabel('The same, and a passing score on top').check();
	await page
		.getByLabel(/^Passing score for/)
		.first()
		.fill('60');
	await page.getByLabel('SCORM 2004, 4th Edition').check();
	await expect(page.getByText('A Moodle refuses a package with this in it.')).toBeVisible();
	await page.getByLabel('Let the LMS record each choice').check();
	for (const width of [360, 768, 1280])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await picture(`packages-${width}-${colorScheme}`, page);
		}
	await expectAccessibleInEveryLook(page, 'the export page with a passing score');
	await page.getByRole('button', { name: 'See what your LMS will record' }).click();
	const frame = await open(page);
	await expect(frame.getByText('has set a passing score here').first()).toBeVisible();
	await expect(frame.getByText('also records each choice you make').first()).toBeVisible();

	const sent = await page.request.post('/admin/packages/zip', {
		headers: { origin: freshSite.url },
		form: {
			course: 'working-alongside',
			standard: 'scorm12',
			module: '',
			finished: 'score',
			'passing:role-clarity': '6e1'
		},
		maxRedirects: 0
	});
	expect(sent.status()).toBe(303);
	await page.goto(sent.headers()['location'] ?? '');
	await expect(page.getByRole('region', { name: 'Please look at this again' })).toContainText('from 0 to 100');
	await page.context().close();
});
