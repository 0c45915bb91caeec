import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { administratorOn, learnerOn } from './accounts.ts';

test('administration is for administrators', async ({ browser, freshSite }) => {
	const { page } = await learnerOn(browser, freshSite);
	expect((await page.goto('/admin/people'))?.status()).toBe(403);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not for your account');
	await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);
	await page.context().close();
});

test('asking for an unreviewed course takes a recorded reason; the learner sees the day, the table the completion', async ({
	browser,
	freshSite
}) => {
	test.setTimeout(120_000);
	const name = `Niall Brody ${process.pid}`;
	const { page: learner } = await learnerOn(browser, freshSite, name);
	const admin = await administratorOn(browser, freshSite);
	await admin.goto('/admin/assign');
	await admin.getByLabel(name).check();
	await admin.getByLabel('By when').fill('2099-03-31');
	await admin.getByRole('button', { name: 'Ask them' }).click();
	await expect(admin.getByRole('region', { name: 'Please look at this again' })).toContainText('Say why');
	await expect(admin.getByLabel(name)).toBeChecked();
	await admin.getByLabel('Why it is used before a review').fill('A trial with ten volunteers.');
	await admin.getByRole('button', { name: 'Ask them' }).click();
	await expect(admin.getByRole('status')).toHaveText('1 person is asked.');

	await learner.goto('/');
	await expect(learner.getByText('asked you to do this course by 31 March 2099')).toBeVisible();
	await learner.getByRole('link', { name: 'Start', exact: true }).click();
	await learner.getByRole('button', { name: 'Read it as a script instead' }).click();
	await learner.getByRole('button', { name: 'I have read it' }).click();
	await expect(learner.getByText('Saved', { exact: true })).toBeVisible();

	await admin.goto('/admin/progress');
	const row = admin.getByRole('row', { name: new RegExp(name) });
	await expect(row.getByText('not finished')).toHaveCount(2);
	const download = admin.waitForEvent('download');
	await admin.getByRole('link', { name: 'Download as a table (CSV)' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('working-alongside.csv');
	const csv = await readFile(await file.path(), 'utf8');
	expect(csv.split('\r\n').find((line) => line.includes(name))).toMatch(/"2099-03-31","\d{4}-\d\d-\d\d","",""$/);

	await admin.goto('/admin/people');
	await admin.getByRole('link', { name }).click();
	await expect(admin.getByText('Recorded: Ana Ferreira: A trial with ten volunteers.')).toBeVisible();
	await admin.getByRole('button', { name: /No longer ask/ }).click();
	await expect(admin.getByRole('status')).toContainText('no longer asked');
	await admin.context().close();
	await learner.context().close();
});

test('the last administrator can neither be made a learner nor be removed', async ({ browser, freshSite }) => {
	const admin = await administratorOn(browser, freshSite);
	await admin.goto('/admin/people');
	await admin.getByRole('link', { name: 'Ana Ferreira' }).click();
	await admin.getByLabel('Learner').check();
	await admin.getByRole('button', { name: 'Change', exact: true }).click();
	await expect(admin.getByRole('region', { name: 'Please look at this again' })).toContainText('one administrator');
	await admin.context().close();
});

test('the course files can be read again, and what is not set is said', async ({ browser, freshSite }) => {
	const admin = await administratorOn(browser, freshSite);
	await admin.goto('/admin/courses');
	await admin.getByRole('button', { name: 'Read the course files again' }).click();
	await expect(admin.getByRole('status')).toHaveText('The course files were read again.');
	await expect(admin.getByText('No support contacts are set. Until then pages')).toBeVisible();
	await admin.context().close();
});

test('a course can be taken away as a SCORM package, marked as draft and trial', async ({ browser, freshSite }) => {
	const admin = await administratorOn(browser, freshSite);
	await admin.goto('/admin/packages');
	await expect(admin.getByText('It will be marked as a draft')).toBeVisible();
	await expect(admin.getByText('It will be marked as a trial')).toBeVisible();
	const download = admin.waitForEvent('download');
	await admin.getByRole('button', { name: 'Download the package' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^working-alongside.*\.zip$/);
	expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
	await admin.context().close();
});
