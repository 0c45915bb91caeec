import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook } from './access.ts';
import { test } from './fixtures.ts';

test('the first page opens in English, and axe finds nothing in any look', async ({ page, picture }) => {
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessibleInEveryLook(page, 'the first page');
	await picture('home');
});

test('a server that a test starts for itself has an address and data of its own', async ({ page, freshSite }) => {
	expect(freshSite.url).not.toBe(process.env.ALONGSIDE_TEST_SITE);
	const answer = await page.goto(freshSite.url);
	expect(answer?.status()).toBe(200);
});
