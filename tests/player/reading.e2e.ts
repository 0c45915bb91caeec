import { expect } from '@playwright/test';
import { expectAccessibleInEveryLook, lookAt } from '../access.ts';
import { savedAfter } from './harness/trial.ts';
import { expectPage, press, test } from './trial-page.ts';
import { wayToTheEnd } from './ways.ts';

test('reader settings change the page at once and are kept on this device', async ({ open }) => {
	const page = await open();
	await lookAt(page, { width: 360, colorScheme: 'light' });
	await press(page, 'Start');
	const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
	const before = await size();
	await press(page, 'Reader settings');
	const dialog = page.getByRole('dialog', { name: 'Reader settings' });
	await expectAccessibleInEveryLook(page, 'the reader settings');
	await dialog.getByLabel('Larger').check();
	await dialog.getByLabel('Wide').check();
	await dialog.getByLabel('Plain face only').check();
	await dialog.getByLabel('Dark').check();
	await press(page, 'Close');
	await expect(page.getByRole('button', { name: 'Reader settings' })).toBeFocused();
	expect(await size()).toBeGreaterThan(before * 1.4);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('html')).toHaveAttribute('data-face', 'sans');
	expect(await size()).toBeGreaterThan(before * 1.4);
	await expectAccessibleInEveryLook(page, 'the first screen, large and dark');
});

test('at 320 px, which is 1280 px at 400 %, everything is there without scrolling sideways', async ({ open, page }) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await open();
	await press(page, 'Start');
	await expectPage(page, 'The wall screen');
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBe(0);
	// The bar must not cover what one reads.
	await page.mouse.wheel(0, 400);
	await expect(page.getByRole('button', { name: 'Step away' })).not.toBeInViewport();
});

test('with text at 200 % on the smallest phone, nobody who speaks is cut off', async ({ open, page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await open();
	await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
	await press(page, 'Start');
	await expectPage(page, 'The wall screen');
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBe(0);
});

test('with text at 200 % on the smallest phone the debrief fits, its list of the way too', async ({ open, page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await open({ saved: savedAfter(wayToTheEnd) });
	await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
	await press(page, 'Look back at it');
	await expectPage(page, 'Looking back');
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over).toBe(0);
});

test('a portrait that cannot be fetched leaves its empty plate, and no broken picture', async ({ open, page }) => {
	await page.route('**/portraits/**', (route) => route.abort());
	await open();
	await press(page, 'Start');
	const face = page.locator('.people img');
	await expect(face).toHaveAttribute('src', /^data:/);
	const isWhole = () => face.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
	await expect.poll(isWhole).toBe(true);
	expect((await face.boundingBox())?.height).toBeGreaterThan(90);
});

test('every control is at least 44 px high', async ({ open }) => {
	const page = await open();
	await press(page, 'Start');
	for (const control of await page.getByRole('button').all()) {
		const box = await control.boundingBox();
		expect(box?.height, (await control.textContent()) ?? '').toBeGreaterThanOrEqual(44);
	}
});

test('with forced colours the borders of choices and buttons stay', async ({ open, page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await open();
	await press(page, 'Start');
	const widths = await page
		.getByRole('group')
		.getByRole('button')
		.evaluateAll((buttons) => buttons.map((button) => parseFloat(getComputedStyle(button).borderTopWidth)));
	expect(widths).toHaveLength(3);
	for (const width of widths) expect(width).toBeGreaterThanOrEqual(1);
});

test('where motion is not wanted nothing moves', async ({ open, page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open();
	await press(page, 'Start');
	const moving = await page.evaluate(
		() =>
			[...document.querySelectorAll('*')].filter((element) =>
				getComputedStyle(element)
					.transitionDuration.split(', ')
					.some((duration) => parseFloat(duration) > 0)
			).length
	);
	expect(moving).toBe(0);
});

test('the page is read aloud by the browser’s own voice, and stops when asked', async ({ open, page }) => {
	await page.addInitScript(() => {
		const said: string[] = [];
		Object.assign(window, { said, stopped: 0 });
		Object.defineProperty(window, 'speechSynthesis', {
			value: {
				speak: (utterance: { text: string }) => said.push(utterance.text),
				cancel: () => ((window as unknown as { stopped: number }).stopped += 1)
			}
		});
	});
	await open();
	await press(page, 'Start');
	await press(page, 'Reader settings');
	await press(page, 'Read this page aloud');
	const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.join(' '));
	await expect.poll(said).toContain('Two people need lifts');
	await press(page, 'Stop reading');
	expect(await page.evaluate(() => (window as unknown as { stopped: number }).stopped)).toBeGreaterThan(0);
	await expect(page.getByRole('button', { name: 'Stop reading' })).toHaveCount(0);
});
