import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Site } from '../site-server.ts';

/** The password of everybody whom these tests sign up. */
export const PASSWORD = 'four blue lamps here';

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;
const administrators = new Map<string, Promise<Kept>>();
let made = 0;

/** A page on which this site's administrator is signed in; the first who asks signs them up by the printed link. */
export async function administratorOn(browser: Browser, site: Site): Promise<Page> {
	const known = administrators.get(site.url) ?? signUpFirst(browser, site);
	administrators.set(site.url, known);
	return pageOf(browser, site, await known);
}

/** Invites a learner and signs them up, in a browser of their own. */
export async function learnerOn(
	browser: Browser,
	site: Site,
	name = 'Lorna Baptiste'
): Promise<{ page: Page; login: string; name: string }> {
	const admin = await administratorOn(browser, site);
	const link = await invite(admin, name);
	await admin.context().close();
	const page = await pageOf(browser, site);
	const login = `person-${(made += 1)}-${process.pid}@example.org`;
	await page.goto(link);
	await fillSignUp(page, { name, login });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My courses');
	return { page, login, name };
}

/** Makes an invitation on the people page and gives its link. */
export async function invite(admin: Page, note: string): Promise<string> {
	await admin.goto('/admin/people');
	await admin.getByLabel('For whom').fill(note);
	await admin.getByRole('button', { name: 'Make a link' }).click();
	return admin.getByLabel('Link', { exact: true }).inputValue();
}

/** Fills in the sign-up form that the page shows, and sends it. */
export async function fillSignUp(page: Page, person: { name: string; login: string }): Promise<void> {
	await page.getByLabel('Your name').fill(person.name);
	await page.getByLabel('E-mail address or login name').fill(person.login);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Make the account' }).click();
}

/** A page in a browser of its own, where relative addresses lead to this site. */
export async function pageOf(
	browser: Browser,
	site: Site,
	storageState?: Kept,
	options: { javaScriptEnabled?: boolean } = {}
): Promise<Page> {
	const context = await browser.newContext({ baseURL: site.url, storageState, ...options });
	return context.newPage();
}

async function signUpFirst(browser: Browser, site: Site): Promise<Kept> {
	// The link is printed a moment after the site answers.
	await expect.poll(() => firstLink(site)).toBeDefined();
	const page = await pageOf(browser, site);
	await page.goto(firstLink(site) ?? '');
	await fillSignUp(page, { name: 'Ana Ferreira', login: 'ana@example.org' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My courses');
	const kept = await page.context().storageState();
	await page.context().close();
	return kept;
}

function firstLink(site: Site): string | undefined {
	return /\/sign-up\?link=\w+/.exec(site.output())?.[0];
}
