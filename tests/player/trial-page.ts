import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { buildHarness, serveFolder } from './harness/build.ts';
import { trialAddress, type Trial } from './harness/trial.ts';

type Fixtures = {
	/** Opens the player on the sample module. */
	open: (trial?: Partial<Trial>) => Promise<Page>;
};
type WorkerFixtures = {
	/** Address of the trial page, built once for each worker. */
	trialSite: string;
};

/** Playwright's `test` with the player alone: no server, no LMS. */
export const test = base.extend<Fixtures, WorkerFixtures>({
	trialSite: [
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), 'alongside-player-'));
			await buildHarness(folder);
			const { address, stop } = await serveFolder(folder);
			await use(address);
			await stop();
			await rm(folder, { recursive: true });
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	open: async ({ page, trialSite }, use) => {
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(error.message));
		await use(async (trial = {}) => {
			await page.goto(trialSite + trialAddress(trial));
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			return page;
		});
		expect(faults, 'errors in the page').toEqual([]);
	}
});

/** Presses the one button of this name. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

/** Expects the page's one main heading to say this, and to have the focus: a new page has come. */
export async function expectPage(page: Page, heading: string): Promise<void> {
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toHaveText(heading);
	await expect(title).toBeFocused();
}
