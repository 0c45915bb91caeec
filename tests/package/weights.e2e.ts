import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import type { ExportedCourse } from '#lib/packaging/export-course.ts';
import { readOn } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { ownCourse, packed, root } from './packed.ts';

/** Lighthouse's profile “slow 4G”, as the browser's own throttling is told: 1.6 Mbit/s down, 150 ms there and back. */
const slow4G = {
	latency: 150,
	downloadThroughput: (1.6 * 1024 * 1024) / 8,
	uploadThroughput: (750 * 1024) / 8,
	offline: false
};

let course: LoadedCourse;
let exported: ExportedCourse;
let host: LmsHost;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	course = await ownCourse();
	exported = await packed(course);
	host = await startLmsHost({ plain: exported.files }, root);
});
test.afterAll(() => host.stop());

test('the zip of the course is at most 400 kB', () => {
	expect(exported.zip.length).toBeLessThanOrEqual(400_000);
});

test('up to the first decision: at most 6 requests, 300,000 bytes, 50,000 of script gzipped, none to anybody else', async ({
	page
}) => {
	for (const { id } of course.modules) {
		const asked: string[] = [];
		const listener = (request: { url(): string }) => asked.push(request.url());
		page.on('request', listener);
		host.requests.length = 0;
		await openedAt(page, id);
		page.off('request', listener);
		const { requests } = host;
		const paths = requests.map(({ path }) => path).join(', ');
		expect(requests.length, `${id} asked for ${paths}`).toBeLessThanOrEqual(6);
		expect(
			requests.reduce((sum, { bytes }) => sum + bytes, 0),
			`${id}: ${paths}`
		).toBeLessThanOrEqual(300_000);
		const scripts = requests.flatMap(({ path }) => (path.endsWith('.js') ? [exported.files[path]!] : []));
		expect(scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0)).toBeLessThanOrEqual(50_000);
		expect(asked.filter((url) => !url.startsWith(host.url) && !url.startsWith('data:'))).toEqual([]);
	}
});

test('on slow 4G, without compression, the first decision can be taken within 3.5 s', async ({ page, context }) => {
	const devtools = await context.newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.emulateNetworkConditions', slow4G);
	const started = Date.now();
	await openedAt(page, course.modules[0]!.id);
	// What the learner reads and presses in between counts against it here, though it is no loading.
	expect(Date.now() - started).toBeLessThanOrEqual(3500);
});

/** Opens a module's page as it lies in the package and goes on to where the first decision can be taken. */
async function openedAt(page: Page, module: string): Promise<void> {
	await page.goto(`${host.url}/plain/${module}.html`, { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await readOn(page, async () => (await page.locator('main [role=group] button').count()) > 0);
	await page.waitForLoadState('networkidle');
}
