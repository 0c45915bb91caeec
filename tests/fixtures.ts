import { test as base, type Page } from '@playwright/test';
import { startSite, type Site } from './site-server.ts';

type Fixtures = {
	/** Keeps a picture of the whole page as `test-results/screens/<name>.png`. */
	picture: (name: string, page?: Page) => Promise<void>;
};

type WorkerFixtures = {
	/** A server of this worker's own, with an empty database: for tests that sign up the first person or count people. */
	freshSite: Site;
};

/**
 * Playwright's `test`, where relative addresses lead to the shared site (see global-site.ts).
 * For a server with nothing in it ask for `freshSite` and go to `freshSite.url`.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
	// Playwright reads from the first parameter what a fixture needs: it must be a pattern, even if an empty one.
	baseURL: async ({}, use) => use(process.env.ALONGSIDE_TEST_SITE),
	picture: async ({ page: testPage }, use, info) => {
		await use(async (name, page = testPage) => {
			const path = `${info.config.rootDir}/../test-results/screens/${name}.png`;
			await page.screenshot({ path, fullPage: true, animations: 'disabled' });
			await info.attach(name, { path, contentType: 'image/png' });
		});
	},
	freshSite: [
		async ({}, use) => {
			const site = await startSite();
			await use(site);
			await site.stop();
		},
		{ scope: 'worker' }
	]
});
