import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import type { Decision, PlayModule, Response, Scene } from '#lib/scenario/module.ts';
import { plansOf, wayOf, type Plan } from '../courses/plans.ts';
import { test } from '../fixtures.ts';

const { courses } = await loadCatalogue({ coursesDir: 'courses', cacheDir: join(tmpdir(), 'alongside-test-cache') });
const modules = courses.flatMap((course) => course.modules.map(({ play }) => play));

/** How the learner presses, checks and types. */
type Hands = { press: (target: Locator) => Promise<void>; tick: (target: Locator) => Promise<void> };

const mouse: Hands = {
	press: (target) => target.click(),
	// The label is what is drawn; the box itself is hidden under it.
	tick: (target) => target.check({ force: true })
};

for (const module of modules)
	for (const plan of onePerEnding(module))
		test(`${module.title} can be played to “${module.scenes[plan.ends]?.title}”`, async ({ page }) => {
			await playThrough(page, module, plan, mouse);
		});

test('a module can be played to its end with the keyboard alone', async ({ page }) => {
	test.slow();
	const module = modules[0]!;
	await playThrough(page, module, onePerEnding(module)[0]!, keyboardOf(page));
});

function onePerEnding(module: PlayModule): Plan[] {
	const plans = plansOf(module);
	return [...new Set(plans.map(({ ends }) => ends))].map((ending) => plans.find(({ ends }) => ends === ending)!);
}

async function playThrough(page: Page, module: PlayModule, plan: Plan, hands: Hands): Promise<void> {
	await page.goto(`/courses/${module.course}/${module.id}`);
	await hands.press(page.getByRole('button', { name: 'Start', exact: true }));
	for (const decision of wayOf(module, plan.take)) await take(page, module, decision, hands);
	const ending = module.scenes[plan.ends]!;
	await readOn(page, hands, page.getByRole('heading', { level: 1, name: ending.title, exact: true }));
	await readOn(page, hands, page.getByRole('heading', { name: 'One thing for the next shift' }));
	await page.goto('/courses/working-alongside');
	await expect(page.getByRole('listitem').filter({ hasText: module.title }).getByText(/Done/).first()).toBeVisible();
}

async function take(page: Page, module: PlayModule, decision: Decision, hands: Hands): Promise<void> {
	const scene = module.scenes[decision.scene]!;
	const heading = page.getByRole('heading', { level: 1, name: scene.title, exact: true });
	await readOn(page, hands, heading);
	if ('response' in decision) await respond(page, scene, decision.response, hands);
	else if (scene.kind === 'decision') {
		const say = (await textOf(page, scene.choices[decision.choice]!.say)).trim();
		await hands.press(page.getByRole('button', { name: say, exact: true }));
	}
	await expect(heading).toHaveCount(0);
}

async function respond(page: Page, scene: Scene, response: Response, { press, tick }: Hands): Promise<void> {
	for (const [item, option] of Object.entries(response)) {
		if (scene.kind === 'sort') {
			const group = page.getByRole('group', { name: scene.items[item]!.text });
			await tick(group.getByRole('radio', { name: scene.into[option]!, exact: true }));
		} else if (scene.kind === 'select' && option === 'yes') {
			await tick(page.getByRole('checkbox', { name: scene.options[item]!.text }));
		} else if (scene.kind === 'reword' && option !== 'keep') {
			const phrase = scene.phrases[item]!;
			await press(page.locator('.document').getByRole('button', { name: phrase.text, exact: true }));
			await tick(page.getByRole('radio', { name: phrase.options[option]!.say, exact: true }));
		}
	}
	await press(page.locator('main .button.primary'));
}

/** Presses the one way on until something is there: passages, closings, notes before a scene, feedback. */
async function readOn(page: Page, { press }: Hands, there: Locator): Promise<void> {
	const content = page.locator('main');
	for (let step = 0; step < 12; step += 1) {
		if (await there.count()) return;
		const before = await content.innerHTML();
		await press(content.locator('.button.primary').first());
		await expect.poll(() => content.innerHTML()).not.toBe(before);
	}
	await expect(there).toBeVisible();
}

function keyboardOf(page: Page): Hands {
	const reach = async (target: Locator) => {
		for (let step = 0; step < 60; step += 1) {
			if (await target.evaluate((element) => element === document.activeElement)) return;
			await page.keyboard.press('Tab');
		}
		await expect(target).toBeFocused();
	};
	return {
		press: async (target) => {
			await reach(target);
			await page.keyboard.press('Enter');
		},
		tick: async (target) => {
			// A radio group is one stop; the arrows move within it.
			const group = page.locator('main input:focus');
			for (let step = 0; step < 60 && !(await sameGroup(target)); step += 1) await page.keyboard.press('Tab');
			for (let step = 0; step < 8 && !(await target.isChecked()); step += 1)
				if (await target.evaluate((element) => element === document.activeElement)) await page.keyboard.press('Space');
				else await page.keyboard.press('ArrowDown');
			await expect(group).toBeFocused();
			expect(await target.isChecked()).toBe(true);
		}
	};
}

function sameGroup(target: Locator): Promise<boolean> {
	return target.evaluate((element) => {
		const focused = document.activeElement;
		if (focused === element) return true;
		if (!(focused instanceof HTMLInputElement) || !(element instanceof HTMLInputElement)) return false;
		return focused.type === 'radio' && focused.name === element.name;
	});
}

/** What HTML of one line reads as. */
function textOf(page: Page, html: string): Promise<string> {
	return page.evaluate((source) => new DOMParser().parseFromString(source, 'text/html').body.textContent ?? '', html);
}
