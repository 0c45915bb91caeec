import { expect, type FrameLocator, type Page } from '@playwright/test';
import { isActivity, type Activity } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { advance, decide, offered, start, type PlayState } from '#lib/scenario/play.ts';
import type { LmsHost } from '#lib/verify/run/lms-host.ts';
import type { WatchedCalls } from '#lib/lms/host/launch.ts';

/** A learner who opened a module in the test LMS. */
export type Learner = {
	page: Page;
	frame: FrameLocator;
	/** Plays on from the page that is open, taking these decisions; ends where the next one is asked. */
	play(decisions: Decision[]): Promise<void>;
	/** What the LMS was called with so far, and what it should not have been. */
	watch(): Promise<WatchedCalls>;
};

/** How to open a module. */
export type LaunchOptions = {
	package?: string;
	attempt: string;
	quirks?: string[];
	mode?: string;
	/** What the LMS speaks; SCORM 1.2 unless told. */
	lms?: 'scorm12' | 'scorm2004' | 'none';
	scored?: boolean;
};

/** Opens a module in the test LMS and waits until its first screen is there. */
export async function launch(page: Page, host: LmsHost, module: PlayModule, options: LaunchOptions): Promise<Learner> {
	const params = new URLSearchParams({
		package: options.package ?? 'plain',
		module: module.id,
		attempt: options.attempt,
		...(options.lms === 'none' ? { lms: 'none' } : { standard: options.lms ?? 'scorm12' }),
		quirks: (options.quirks ?? []).join(','),
		...(options.mode && { mode: options.mode }),
		...(options.scored && { scored: '' })
	});
	await page.goto(`${host.url}/lms?${params}`);
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('h1')).toBeVisible();
	return {
		page,
		frame,
		play: async (decisions) => {
			for (const decision of decisions) await take(frame, module, decision);
		},
		watch: () => page.evaluate(() => ({ calls: window.watch.calls, faults: window.watch.faults }))
	};
}

/** Plays on in a page that is open by itself, taking these decisions. */
export async function playIn(page: Page, module: PlayModule, decisions: Decision[]): Promise<void> {
	for (const decision of decisions) await take(page, module, decision);
}

/** Reads on to a decision and takes it. */
export async function take(
	frame: Pick<FrameLocator, 'locator' | 'getByRole'>,
	module: PlayModule,
	decision: Decision
): Promise<void> {
	const scene = module.scenes[decision.scene];
	if (!scene) throw new Error(`${module.id} has no scene ${decision.scene}`);
	const heading = frame.locator('h1', { hasText: exactly(scene.title) });
	const task = frame.locator('main form, main .document, main [role=group]');
	await readOn(frame, async () => (await heading.count()) > 0 && (await task.count()) > 0);
	if ('choice' in decision) {
		if (scene.kind !== 'decision') throw new Error(`${scene.id} is no decision`);
		const say = plain(scene.choices[decision.choice]?.say ?? '');
		await frame.getByRole('button', { name: say, exact: true }).click();
	} else await respond(frame, scene.kind);
	await expect(heading).toHaveCount(0);
}

/** Presses the one way on until something is there. */
export async function readOn(frame: Pick<FrameLocator, 'locator'>, isThere: () => Promise<boolean>): Promise<void> {
	for (let step = 0; step < 30; step += 1) {
		if (await isThere()) return;
		const before = await frame.locator('main').innerHTML();
		await frame.locator('main .button.primary').first().click();
		await expect.poll(async () => (await frame.locator('main').innerHTML()) !== before).toBe(true);
	}
	throw new Error(`Thirty pages on, it is not there: ${await frame.locator('h1').innerText()}`);
}

/** Answers an activity somehow: the first group for every item. */
async function respond(frame: Pick<FrameLocator, 'locator'>, kind: string): Promise<void> {
	if (kind === 'sort')
		for (const item of await frame.locator('main fieldset').all()) await item.locator('label').first().click();
	await frame.locator('main .button.primary').click();
}

function plain(html: string): string {
	return html
		.replaceAll(/<[^>]*>/g, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', '’')
		.replaceAll('&amp;', '&')
		.trim();
}

function exactly(text: string): RegExp {
	return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}

/** The way of a learner who always takes the last choice and answers activities as `play` does. */
export function lastChoices(module: PlayModule): Decision[] {
	const way: Decision[] = [];
	let { state } = advance(module, start(module));
	while (!state.ended) {
		const decision = decisionsAt(module, state).at(-1);
		const decided = decision && decide(module, state, decision);
		if (!decided?.ok || way.length > 100) throw new Error(`${module.id}: no way on from ${state.scene}`);
		way.push(decision!);
		({ state } = advance(module, decided.state));
	}
	return way;
}

/**
 * A way to each ending of a module, by its id: the first that is found when activities are answered as `play` does. An
 * ending that only other answers reach is missing.
 */
export function wayToEachEnding(module: PlayModule): Map<string, Decision[]> {
	const ways = new Map<string, Decision[]>();
	const walkOn = (from: PlayState, way: Decision[]): void => {
		const { state } = advance(module, from);
		if (state.ended) {
			if (!ways.has(state.scene)) ways.set(state.scene, way);
			return;
		}
		if (way.length > 30) return;
		for (const decision of decisionsAt(module, state)) {
			const decided = decide(module, state, decision);
			if (decided.ok) walkOn(decided.state, [...way, decision]);
		}
	};
	walkOn(start(module), []);
	return ways;
}

function decisionsAt(module: PlayModule, state: PlayState): Decision[] {
	const scene = module.scenes[state.scene];
	if (isActivity(scene)) return [{ scene: scene.id, response: responseAsGiven(scene) }];
	return offered(module, state).map((choice) => ({ scene: state.scene, choice }));
}

function responseAsGiven(activity: Activity): Record<string, string> {
	switch (activity.kind) {
		case 'sort':
			return Object.fromEntries(Object.keys(activity.items).map((item) => [item, Object.keys(activity.into)[0] ?? '']));
		case 'select':
			return Object.fromEntries(Object.keys(activity.options).map((option) => [option, 'no']));
		case 'reword':
			return Object.fromEntries(Object.keys(activity.phrases).map((phrase) => [phrase, 'keep']));
	}
}
