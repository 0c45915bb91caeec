import type { FrameLocator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Somebody who plays a module of ours without reading it. */
export type Learner = {
	/**
	 * Reads and answers on until it is so.
	 * @throws Error where the page does not go on, or never comes to it
	 */
	playUntil: (isSo: () => boolean | Promise<boolean>) => Promise<void>;
	/** Choices and answers given so far. */
	decisions: () => number;
};

const patience = 10_000;
const mostSteps = 400;

/**
 * Plays by what stands on the page, in any language: takes a choice where there are some, the first group for each item
 * of an activity, and else the one way on. At a scene it has seen before it takes the next choice, so that no circle
 * holds it.
 */
export function startLearner(page: Page): Learner {
	const frame: FrameLocator = page.frameLocator('iframe');
	const visits = new Map<string, number>();
	let decisions = 0;

	async function step(): Promise<void> {
		const main = frame.locator('main');
		const choices = frame.locator('main [role=group] button');
		const primary = frame.locator('main .button.primary');
		const isThere = await until(async () => (await choices.count()) + (await primary.count()) > 0, patience);
		if (!isThere) throw new Error('There was nothing on the page to press.');
		const before = await main.innerHTML();
		const heading = await frame.locator('h1').first().innerText();
		const offered = await choices.count();
		const items = await frame.locator('main form fieldset').all();
		const isTask = (await frame.locator('main form, main .document').count()) > 0;
		if (offered > 0) {
			const visit = visits.get(heading) ?? 0;
			visits.set(heading, visit + 1);
			await choices.nth(visit % offered).click({ timeout: patience });
		} else {
			for (const item of items) await item.locator('label').first().click({ timeout: patience });
			await primary.first().click({ timeout: patience });
		}
		if (offered > 0 || isTask) decisions += 1;
		if (!(await until(async () => (await main.innerHTML().catch(() => before)) !== before, patience)))
			throw new Error(`The page did not go on from “${heading}”.`);
	}

	return {
		playUntil: async (isSo) => {
			for (let count = 0; count < mostSteps; count += 1) {
				if (await isSo()) return;
				await step();
			}
			throw new Error(`It did not come to its end in ${mostSteps} steps.`);
		},
		decisions: () => decisions
	};
}
