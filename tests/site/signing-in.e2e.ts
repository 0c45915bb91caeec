import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook } from '../access.ts';
import { test } from '../fixtures.ts';
import { administratorOn, fillSignUp, invite, learnerOn, PASSWORD, pageOf } from './accounts.ts';

const MODULE = '/courses/working-alongside/role-clarity';

test('a page that needs an account asks to sign in, then shows it', async ({ browser, freshSite }) => {
	const { page: own, login } = await learnerOn(browser, freshSite);
	await own.context().close();
	const page = await pageOf(browser, freshSite);
	await page.goto('/journal?search=post');
	await page.getByLabel('E-mail address or login name').fill(login);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(`${freshSite.url}/journal?search=post`);
	await page.context().close();
});

test('a password that does not fit gives the same answer as an unknown name, and the focus goes to it', async ({
	page
}) => {
	await page.goto('/sign-in');
	await page.getByLabel('E-mail address or login name').fill('nobody@example.org');
	await page.getByLabel('Password').fill('not the password');
	await page.getByRole('button', { name: 'Sign in' }).click();
	const summary = page.getByRole('region', { name: 'Please look at this again' });
	await expect(summary).toBeFocused();
	await expect(summary).toContainText('This name and password do not fit together.');
	await expect(page).toHaveTitle(/^Please look again/);
	await expect(page.getByLabel('E-mail address or login name')).toHaveValue('nobody@example.org');
	await expect(page.getByLabel('Password')).toHaveValue('');
	await expectAccessibleInEveryLook(page, 'signing in, with a problem');
});

test('signing in never leads to another site', async ({ browser, freshSite }) => {
	const { page: own, login } = await learnerOn(browser, freshSite);
	await own.context().close();
	const page = await pageOf(browser, freshSite);
	await page.goto('/sign-in?then=//example.org/');
	await page.getByLabel('E-mail address or login name').fill(login);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(`${freshSite.url}/`);
	await page.context().close();
});

test('an invitation works once, and mistakes in the form do not use it up', async ({ browser, freshSite }) => {
	const admin = await administratorOn(browser, freshSite);
	const link = await invite(admin, 'Morgan Teale');
	await admin.context().close();
	const page = await pageOf(browser, freshSite);
	await page.goto(link);
	await page.locator('form.card').evaluate((form: HTMLFormElement) => (form.noValidate = true));
	await page.getByLabel('Your name').fill('Morgan Teale');
	await page.getByLabel('E-mail address or login name').fill('mo');
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Make the account' }).click();
	await expect(page.getByRole('region', { name: 'Please look at this again' }).getByRole('link')).toHaveCount(2);
	await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Choose a password of at least 10 characters/);
	await fillSignUp(page, { name: 'Morgan Teale', login: `morgan-${process.pid}@example.org` });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My courses');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is no longer good');
	await page.context().close();
});

test('what was tried without an account moves to the account after “Is this yours?”', async ({
	browser,
	freshSite
}) => {
	const admin = await administratorOn(browser, freshSite);
	const link = await invite(admin, 'Hetty Braithwaite');
	await admin.context().close();
	const page = await pageOf(browser, freshSite);
	await page.goto('/');
	await page.getByRole('link', { name: 'Try it without an account' }).click();
	await page.getByRole('button', { name: 'Read it as a script instead' }).click();
	await page.getByRole('button', { name: 'I have read it' }).click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();

	await page.goto(link);
	await fillSignUp(page, { name: 'Hetty Braithwaite', login: `hetty-${process.pid}@example.org` });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this yours?');
	await expect(page.getByRole('listitem').filter({ hasText: 'The Sorting Room' })).toContainText('finished');
	await page.getByRole('button', { name: 'Yes, it is mine' }).click();
	await page.getByRole('link', { name: 'Go on' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'The Sorting Room' })).toContainText('Done on');
	await page.context().close();
});

test('what is not one’s own is declined, and gone', async ({ browser, freshSite }) => {
	const { page: own, login } = await learnerOn(browser, freshSite);
	await own.context().close();
	const page = await pageOf(browser, freshSite);
	await page.goto(MODULE);
	await page.getByRole('button', { name: 'Read it as a script instead' }).click();
	await page.getByRole('button', { name: 'I have read it' }).click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.goto('/sign-in');
	await page.getByLabel('E-mail address or login name').fill(login);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('button', { name: 'No, it is not mine' }).click();
	await expect(page.getByText('Not begun yet'), 'beside the one that is next').toHaveCount(2);
	await page.goto('/is-this-yours');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is waiting');
	await page.context().close();
});

test('a new-password link signs one in and everybody else out', async ({ browser, freshSite }) => {
	const { page: old, login, name } = await learnerOn(browser, freshSite, 'Saira Malik');
	const admin = await administratorOn(browser, freshSite);
	await admin.goto('/admin/people');
	await admin
		.getByRole('row', { name: new RegExp(login) })
		.getByRole('link', { name })
		.click();
	await admin.getByRole('button', { name: 'Make a password link' }).click();
	const link = await admin.getByLabel('Link', { exact: true }).inputValue();
	await admin.context().close();

	const page = await pageOf(browser, freshSite);
	await page.goto(link);
	await page.getByLabel('New password').fill('five green lamps here');
	await page.getByRole('button', { name: 'Set the password' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('My courses');
	await old.goto('/account');
	await expect(old.getByRole('heading', { level: 1 })).toHaveText('Sign in');
	await page.context().close();
	await old.context().close();
});

test('an account can be taken away as a file and deleted with all that is in it', async ({ browser, freshSite }) => {
	const { page, login } = await learnerOn(browser, freshSite, 'Gerry Baptiste');
	await page.goto('/account');
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download my data' }).click();
	expect((await download).suggestedFilename()).toBe('alongside-my-data.json');
	const section = page.getByRole('region', { name: 'Delete my account' });
	await section.locator('summary').click();
	await section.getByLabel('Your present password').fill(PASSWORD);
	await section.getByLabel('Yes, delete my account').check();
	await section.getByRole('button', { name: 'Delete my account' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
	await page.goto('/sign-in');
	await page.getByLabel('E-mail address or login name').fill(login);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByText('This name and password do not fit together.')).toBeVisible();
	await page.context().close();
});
