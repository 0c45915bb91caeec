import { startSite } from './site-server.ts';

/** One server for all tests that need no data of their own; Playwright ends it with the function returned. */
export default async function startSharedSite(): Promise<() => Promise<void>> {
	const site = await startSite();
	process.env.ALONGSIDE_TEST_SITE = site.url;
	process.env.ALONGSIDE_TEST_SITE_DATA = site.data;
	return site.stop;
}
