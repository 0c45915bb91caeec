import { expect } from '@playwright/test';
import { expectNoSidewaysScroll } from '../access.ts';
import { test } from '../fixtures.ts';
import { startSite } from '../site-server.ts';
import { learnerOn, pageOf } from './accounts.ts';

const MODULE = '/courses/working-alongside/role-clarity';
const CHOICES = 'main [role=group] button, main fieldset button';

test('a decision is saved, Back re-reads, and another device goes on at the same place', async ({
	browser,
	freshSite
}) => {
	const { page } = await learnerOn(browser, freshSite);
	await page.goto(MODULE);
	await expect(page.getByText('sees that you finished, and when. It does not see your choices.')).toBeVisible();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	const first = await page.getByRole('heading', { level: 1 }).innerText();
	await expect(page.locator('[aria-live=assertive]'), 'the heading has the focus, and is not said twice').toHaveCount(
		0
	);
	await page.locator(CHOICES).first().click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first);
	const second = await page.getByRole('heading', { level: 1 }).innerText();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
	await expect(page).toHaveURL(new RegExp(`${MODULE}$`));

	await page.goForward();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
	await page.getByRole('button', { name: 'Take that back' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
	await page.goBack();
	await expect(page.getByRole('button', { name: 'Start', exact: true }), 'one press, past what is gone').toBeVisible();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.locator(CHOICES).first().click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);

	const elsewhere = await pageOf(browser, freshSite, await page.context().storageState());
	await elsewhere.goto('/');
	await elsewhere.getByRole('link', { name: 'Go on', exact: true }).click();
	await elsewhere.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(second);
	await elsewhere.context().close();
	await page.context().close();
});

test('somebody without an account becomes a guest at the first decision, not before', async ({ page }) => {
	await page.goto(MODULE);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	expect(await page.context().cookies()).toEqual([]);
	await page.locator(CHOICES).first().click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	const [cookie, ...others] = await page.context().cookies();
	expect(others).toEqual([]);
	expect(cookie).toMatchObject({ name: 'alongside-session', httpOnly: true, sameSite: 'Lax', expires: -1 });
	await page.goto('/');
	await expect(page.getByText('You are trying this without an account')).toBeVisible();
});

test('what could not be sent is sent from the first page later', async ({ browser, freshSite }) => {
	const { page } = await learnerOn(browser, freshSite);
	await page.goto(MODULE);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.locator(CHOICES).first().click();
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.route('**/api/attempts/**', (route) => route.abort());
	while ((await page.locator(CHOICES).count()) === 0)
		await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await page.locator(CHOICES).first().click();
	await expect(page.getByText('Not saved yet', { exact: true })).toBeVisible();
	await page.unrouteAll();
	const sent = page.waitForResponse((response) => response.url().includes('/decisions') && response.ok());
	await page.goto('/');
	await sent;
	await page.context().close();
});

test('the made-up languages are offered only when asked for, and right to left fits', async ({ browser, page }) => {
	test.setTimeout(120_000);
	await page.goto('/');
	await expect(page.getByText('Language', { exact: true })).toHaveCount(0);
	const site = await startSite({ env: { ALONGSIDE_PSEUDO: '1' } });
	try {
		const mirrored = await pageOf(browser, site);
		await mirrored.goto('/courses/working-alongside');
		await mirrored.getByRole('button', { name: /ar-XB/ }).click();
		await expect(mirrored.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(mirrored).toHaveURL(`${site.url}/courses/working-alongside`);
		for (const path of ['/', '/courses/working-alongside', MODULE, '/sign-in', '/privacy', '/reading'])
			for (const width of [320, 1280]) {
				await mirrored.setViewportSize({ width, height: 700 });
				await mirrored.goto(path);
				await expectNoSidewaysScroll(mirrored, `${path}, right to left, ${width} px`);
			}
		await mirrored.context().close();
	} finally {
		await site.stop();
	}
});
