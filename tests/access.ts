import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A way of looking at a page: width in CSS pixels, and the colours that the person's system asks for. */
export type Look = { width: 360 | 1280; colorScheme: 'light' | 'dark' };

/** The looks that every page and every kind of scene is checked in. */
export const LOOKS: Look[] = [
	{ width: 360, colorScheme: 'light' },
	{ width: 360, colorScheme: 'dark' },
	{ width: 1280, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' }
];

/** Shows the page in this look; it stays until changed. */
export async function lookAt(page: Page, look: Look): Promise<void> {
	await page.setViewportSize({ width: look.width, height: look.width === 360 ? 740 : 800 });
	await page.emulateMedia({ colorScheme: look.colorScheme });
}

/**
 * Expects axe to find nothing on the page as it is now, frames included: WCAG 2.2 A and AA, and best practice.
 * @param where is named in the failure, for example "first screen, dark"
 * @param without a selector of what is left out: a frame with a page that is looked at elsewhere
 */
export async function expectAccessible(page: Page, where: string, without?: string): Promise<void> {
	const axe = new AxeBuilder({ page }).withTags(RULES);
	const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
	const found = violations.flatMap((violation) =>
		violation.nodes.map(
			(node) => `${violation.id}: ${violation.help} – ${node.target.join(' ')} – ${node.failureSummary}`
		)
	);
	expect(found, `axe on ${where} (${page.url()})`).toEqual([]);
}

/** Expects the page as it is now to be accessible in every look, and leaves it in the first. */
export async function expectAccessibleInEveryLook(page: Page, where: string, without?: string): Promise<void> {
	for (const look of LOOKS) {
		await lookAt(page, look);
		await expectAccessible(page, `${where}, ${look.width} px, ${look.colorScheme}`, without);
		await expectNoSidewaysScroll(page, `${where}, ${look.width} px`);
	}
	await lookAt(page, { width: 360, colorScheme: 'light' });
}

/** Expects that nothing makes the page wider than its window. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over, `${where} is wider than its window, by so many pixels`).toBeLessThanOrEqual(0);
}
