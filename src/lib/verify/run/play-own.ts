import type { Page } from 'playwright-core';
import { unpackAttempt } from '#lib/tracking/suspend-data.ts';
import type { OwnModule } from '../own/read-own.ts';
import type { Run } from '../report.ts';
import { notedOn } from './browser.ts';
import { startLearner } from './learner.ts';
import { launch, toRun, type Stage } from './stage.ts';
import { until } from './until.ts';

const decisionsBeforeTheCrash = 2;
const patience = 10_000;

/**
 * Plays a module of ours as a learner with bad luck: begins, takes two decisions, loses the tab to a crash, opens it
 * again, plays to an ending, closes it, and looks in once more.
 */
export async function playOwn(module: OwnModule, stage: Stage): Promise<Run[]> {
	const device = await stage.browser.device();
	const attempt = encodeURIComponent(module.id);
	const options = { page: module.page, attempt, isStrict: true, isScored: module.passingScaled !== null };
	const stored = () => stage.host.attempts.get(attempt) ?? {};
	const { runTime } = stage;
	const wayLength = () => unpackAttempt(module.play, stored()[runTime.suspendData] ?? '').way.length;

	/** One launch: what is done in it, and what was seen. */
	async function run(name: string, act: (window: Page, seen: string[]) => Promise<void>): Promise<Run> {
		const seen: string[] = [];
		const window = await launch(device, stage, options);
		let outcome: Run['outcome'] = 'fine';
		try {
			await act(window, seen);
		} catch (cause) {
			outcome = 'not-finished';
			seen.push(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
		}
		const calls = await notedOn(window).catch(() => ({ calls: [], faults: [] }));
		seen.push(`Your LMS then shows: ${runTime.standing(stored())}.`);
		const played = toRun({ name, page: module.page, outcome, seen }, calls, device.blocked, stored());
		await (name === names.crash ? crash(window) : window.close({ runBeforeUnload: false }));
		return played;
	}

	try {
		let before = 0;
		const runs: Run[] = [];
		runs.push(
			await run(names.crash, async (window, seen) => {
				const learner = startLearner(window);
				await learner.playUntil(() => learner.decisions() >= decisionsBeforeTheCrash);
				if (!(await until(() => wayLength() >= decisionsBeforeTheCrash, patience)))
					throw new Error(`Of ${learner.decisions()} decisions the LMS has ${wayLength()}.`);
				before = wayLength();
				seen.push(`${before} decisions were taken, and the LMS has all of them before the tab crashes.`);
			})
		);
		runs.push(
			await run(names.resume, async (window, seen) => {
				const learner = startLearner(window);
				await learner.playUntil(() => runTime.isFinished(stored()));
				seen.push(
					`It went on where it was: ${before} decisions were there, ${learner.decisions()} were taken now, ${wayLength()} are kept.`
				);
				if (wayLength() !== before + learner.decisions())
					throw new Error(`${before + learner.decisions() - wayLength()} decisions were lost.`);
			})
		);
		const earned = runTime.standing(stored());
		runs.push(
			await run(names.again, async (window, seen) => {
				await window.frameLocator('iframe').locator('h1').first().waitFor({ timeout: patience });
				if (runTime.standing(stored()) !== earned) throw new Error(`It took back what was earned: ${earned}.`);
				seen.push('Nothing that was earned is taken back.');
			})
		);
		return runs;
	} finally {
		await device.close();
	}
}

const names = {
	crash: 'New, two decisions, then the tab crashes',
	resume: 'Opened again, and played to an ending',
	again: 'Opened once more after the end'
};

/** As when memory runs out: the page gets no chance to say anything. */
async function crash(window: Page): Promise<void> {
	const devtools = await window.context().newCDPSession(window);
	const crashed = window.waitForEvent('crash', { timeout: patience });
	// Answered by nobody: the page is gone.
	devtools.send('Page.crash').catch(() => {});
	await crashed;
	await window.close();
}
