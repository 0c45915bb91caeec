import { expect, test } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { expectAccessibleInEveryLook } from '../access.ts';
import { playIn } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { ownCourse, packed, root } from './packed.ts';

let course: LoadedCourse;
let host: LmsHost;

test.beforeAll(async () => {
	course = await ownCourse();
	host = await startLmsHost({ web: (await packed(course, { standard: 'web' })).files }, root);
});
test.afterAll(() => host.stop());

test('a plain web package: from the list of modules to an ending and back, kept on the device alone', async ({
	page
}) => {
	test.setTimeout(120_000);
	const [first, second] = course.modules.map(({ play }) => play);
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`${host.url}/web/index.html`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.texts['en']!.title);
	await expectAccessibleInEveryLook(page, 'the list of modules');
	await page.getByRole('link', { name: `Start: ${first!.title}` }).click();
	await expect(page.getByText('kept in this browser on this device')).toBeVisible();
	await playIn(page, first!, first!.script.slice(0, 2));
	await expect(page.getByText('Saved')).toBeVisible();

	await page.goto(`${host.url}/web/index.html`);
	await expect(page.getByText('Begun')).toBeVisible();
	await page.getByRole('link', { name: `Go on: ${first!.title}` }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'The story so far' })).toBeVisible();
	await playIn(page, first!, first!.script.slice(2));
	await page.getByRole('button', { name: 'Step away' }).click();
	await page.getByRole('button', { name: 'Stop here' }).click();
	await expect(page.getByText('Done on')).toBeVisible();
	await expect(page.getByRole('link', { name: `Start: ${second!.title}` })).toHaveClass(/primary/);

	await page.getByRole('button', { name: 'Forget what is kept here' }).click();
	await expect(page.getByText('Done on')).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('link', { name: `Start: ${first!.title}` })).toBeVisible();
	expect(asked.filter((url) => !url.startsWith(host.url) && !url.startsWith('data:'))).toEqual([]);
});
