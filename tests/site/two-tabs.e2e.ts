import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures.ts';

const MODULE = '/courses/working-alongside/role-clarity';
const ASK = 'Walk down and ask Femi what he does with his Wednesdays.';
const MESSAGE = 'Message Femi: his Wednesday looks free, so could he run Wilf to the clinic?';

for (const { keep, button, then } of [
	{ keep: 'the other way', button: 'Keep the other way', then: 'The story so far' },
	{ keep: 'this way', button: 'Keep this way', then: 'There’s usually' }
])
	test(`two tabs that went two ways: the second is shown the other’s and keeps ${keep}`, async ({ page, context }) => {
		await page.goto(MODULE);
		await press(page, 'Start');
		const second = await context.newPage();
		await second.goto(MODULE);
		await press(second, 'Start');

		await press(page, ASK);
		await expect(page.getByText('Saved', { exact: true })).toBeVisible();
		await press(second, MESSAGE);
		const dialog = second.getByRole('dialog', { name: 'Two ways through' });
		await expect(dialog).toContainText(ASK);
		await expect(dialog).toContainText(MESSAGE);
		await press(second, button);
		await expect(second.getByRole('heading', { level: 1 })).toHaveText(then);

		await page.reload();
		await expect(page.getByText(keep === 'this way' ? MESSAGE : ASK)).toBeVisible();
		await expect(page.getByText(keep === 'this way' ? ASK : MESSAGE)).toHaveCount(0);
	});

async function press(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name, exact: true }).click();
}
