import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { Report } from '#lib/verify/report.ts';
import { expectAccessibleInEveryLook } from '../access.ts';
import { test } from '../fixtures.ts';
import { ownCourse, packed } from '../package/packed.ts';
import { administratorOn, learnerOn } from './accounts.ts';

const path = '/admin/packages/check';

async function handIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
	await page.goto(path);
	await page
		.getByLabel('Package (a zip of at most 60 MB)')
		.setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
	await page.getByRole('button', { name: 'Check it' }).click({ timeout: 60_000 });
}

test('a package just made is checked, and its report can be taken away in both forms', async ({
	browser,
	freshSite
}) => {
	test.setTimeout(300_000);
	const page = await administratorOn(browser, freshSite);
	await page.goto('/admin/packages');
	await page.getByRole('link', { name: 'Check a package before you import it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a package');
	const { zip } = await packed(await ownCourse());
	await handIn(page, 'ours.zip', zip);
	const report = page.getByRole('region', { name: 'Report on ours.zip' });
	await expect(report.getByText('Nothing is broken.')).toBeVisible({ timeout: 60_000 });
	await expect(report.getByText('SCORM 1.2')).toBeVisible();
	await expect(report.getByText('it was not played')).toBeVisible();
	await expectAccessibleInEveryLook(page, 'the report on a package');
	const [asJson, asHtml] = [/as JSON/, /as a page/].map((name) => page.getByRole('link', { name }));
	const json = page.waitForEvent('download', { timeout: 30_000 });
	await asJson!.click();
	expect((await json).suggestedFilename()).toBe('ours-report.json');
	const kept = JSON.parse(await readFile(await (await json).path(), 'utf8')) as Report;
	expect([kept.verdict, kept.modules.length, kept.runs]).toEqual(['traps', 3, []]);
	const html = page.waitForEvent('download', { timeout: 30_000 });
	await asHtml!.click();
	const text = await readFile(await (await html).path(), 'utf8');
	expect(text).toContain(kept.file.sha256);
	await page.setContent(text);
	await expectAccessibleInEveryLook(page, 'the report as a page');
	await page.context().close();
});

test('what is no package is refused with a reason', async ({ browser, freshSite }) => {
	test.setTimeout(120_000);
	const page = await administratorOn(browser, freshSite);
	await handIn(page, 'evil.zip', zipSync({ '../evil.txt': strToU8('x') }));
	await expect(page.getByText('This file was refused')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('unsafe-path')).toBeVisible();
	await handIn(page, 'empty.zip', new Uint8Array());
	await expect(page.getByRole('region', { name: 'Please look at this again' })).toContainText('Choose a zip first.');
	await page.context().close();
});

test('only administrators have it checked, only from this site, and only up to 60 MB', async ({
	browser,
	freshSite
}) => {
	const { page } = await learnerOn(browser, freshSite);
	const multipart = { package: { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('x') } };
	const headers = { origin: freshSite.url };
	expect((await page.request.post(path, { multipart, headers })).status()).toBe(403);
	const admin = await administratorOn(browser, freshSite);
	expect((await admin.request.post(path, { multipart, headers: { origin: 'https://example.org' } })).status()).toBe(
		403
	);
	const large = { 'content-type': 'multipart/form-data; boundary=x', ...headers };
	expect((await admin.request.post('/sign-in', { data: Buffer.alloc(600_000), headers: large })).status()).toBe(413);
	expect((await admin.request.post(path, { data: Buffer.alloc(61 * 1024 ** 2), headers: large })).status()).toBe(413);
	await admin.context().close();
	await page.context().close();
});
