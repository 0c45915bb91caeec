import { expect, type Page } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { test } from '../fixtures.ts';
import { administratorOn, learnerOn, pageOf } from './accounts.ts';

const COURSE = '/courses/working-alongside';

/** Keeps a note in the journal of whoever is signed in on the page, as the player does it. */
async function keepNote(page: Page, text: string): Promise<void> {
	const status = await page.evaluate(async (written) => {
		const body = JSON.stringify({ moduleTitle: 'The Sorting Room', prompt: 'What stayed?', text: written });
		const kept = await fetch('/api/journal', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body
		});
		return kept.status;
	}, text);
	expect(status).toBe(200);
}

/** What every page has to have, beside what axe finds in every look. */
async function expectWellMade(page: Page, where: string): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
	await expect(page.getByRole('main'), where).toHaveCount(1);
	await expect(page, where).toHaveTitle(/\S/);
	await expectAccessibleInEveryLook(page, where);
}

for (const path of [
	'/',
	COURSE,
	`${COURSE}/role-clarity`,
	'/sign-in',
	'/sign-up',
	'/sign-up?link=used',
	'/new-password?link=used',
	'/privacy',
	'/reading',
	'/goodbye',
	'/no-such-page'
])
	test(`a visitor's ${path}: one heading, a title, and nothing for axe to find in any look`, async ({ page }) => {
		await page.goto(path);
		await expectWellMade(page, path);
	});

test('a learner’s pages: one heading each, and nothing for axe to find in any look', async ({ browser, freshSite }) => {
	test.setTimeout(240_000);
	const { page } = await learnerOn(browser, freshSite);
	for (const path of ['/', COURSE, '/journal', '/account', '/admin']) {
		await page.goto(path);
		await expectWellMade(page, `a learner’s ${path}`);
	}
	await keepNote(page, 'The white square.');
	for (const path of ['/journal', '/journal/print']) {
		await page.goto(path);
		await expectWellMade(page, `a learner’s ${path} with a note`);
	}
	for (const action of [/^Change/, /^Delete/]) {
		await page.goto('/journal');
		await page.getByRole('link', { name: action }).click();
		await expectWellMade(page, `a note, ${action.source}`);
	}
	await page.context().close();
});

test('an administrator’s pages: one heading each, and nothing for axe to find in any look', async ({
	browser,
	freshSite
}) => {
	test.setTimeout(300_000);
	const { page: learner } = await learnerOn(browser, freshSite);
	await learner.context().close();
	const page = await administratorOn(browser, freshSite);
	for (const path of ['/admin', '/admin/people', '/admin/assign', '/admin/progress', '/admin/courses'].concat([
		'/admin/packages',
		'/admin/packages/check',
		'/admin/site'
	])) {
		await page.goto(path);
		await expectWellMade(page, `an administrator’s ${path}`);
	}
	await page.goto('/admin/people');
	await page.getByRole('link', { name: 'Lorna Baptiste' }).first().click();
	await expectWellMade(page, 'one person');
	await page.context().close();
});

test('pages ask nobody else for anything, and looking leaves no cookie', async ({ page, baseURL }) => {
	const elsewhere: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) elsewhere.push(request.url());
	});
	for (const path of ['/', COURSE, `${COURSE}/role-clarity`]) await page.goto(path, { waitUntil: 'networkidle' });
	expect(elsewhere).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

test('the first thing the keyboard reaches skips to the content', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});

test('a page that is not there says so, with the status for it', async ({ page }) => {
	for (const path of ['/no-such-page', '/courses/no-such-course', `${COURSE}/no-such-module`]) {
		expect((await page.goto(path))?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
	}
});

test('a course that is not reviewed, and a site without contacts, say so', async ({ page }) => {
	await page.goto(COURSE);
	await expect(page.getByText('No peer worker has written or reviewed this course yet.')).toBeVisible();
	await expect(page.getByText('This is a trial: no support contacts have been set.')).toBeVisible();
});

test('reader settings hold on every page, before anything is painted', async ({ page }) => {
	await page.goto('/reading');
	await page.getByText('Dark', { exact: true }).click();
	await page.getByText('Larger', { exact: true }).click();
	await page.goto('/sign-in');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('html')).toHaveAttribute('data-text', 'larger');
});

test('without JavaScript one can read, sign in, write and sign out', async ({ browser, freshSite }) => {
	const { page: own, login } = await learnerOn(browser, freshSite, 'Morgan Teale');
	await keepNote(own, 'The white square.');
	await own.context().close();
	const page = await pageOf(browser, freshSite, undefined, { javaScriptEnabled: false });
	await page.goto('/journal');
	await page.getByLabel('E-mail address or login name').fill(login);
	await page.getByLabel('Password').fill('four blue lamps here');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Journal');
	await page.getByRole('link', { name: /^Change/ }).click();
	await page.getByRole('textbox', { name: 'Your note' }).fill('The white square, and Femi.');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toHaveText('Your note is saved.');
	await expect(page.getByText('The white square, and Femi.')).toBeVisible();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Practise working beside peer workers');
	await page.context().close();
});
