import type { Run } from '../report.ts';
import { notedOn } from './browser.ts';
import { launch, toRun, type Stage } from './stage.ts';
import { until } from './until.ts';

/** Opens a page that is not ours in the LMS, and watches what it does by itself. */
export async function playForeign(page: string, stage: Stage, seconds: number): Promise<Run> {
	const { runTime, host, browser } = stage;
	const device = await browser.device();
	const attempt = encodeURIComponent(page);
	const seen: string[] = [];
	let outcome: Run['outcome'] = 'fine';
	let noted: Awaited<ReturnType<typeof notedOn>> = { calls: [], faults: [] };
	try {
		const window = await launch(device, stage, { page, attempt, isStrict: false, isScored: true });
		// Its end is not known: what it does in this time is what is told.
		await until(async () => {
			noted = await notedOn(window).catch(() => noted);
			return false;
		}, seconds * 1000);
		await window.goto('about:blank');
	} catch (cause) {
		seen.push(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
	} finally {
		await device.close();
	}
	if (host.missing.length > 0)
		seen.push(`Files that are not there: ${[...new Set(host.missing)].slice(0, 10).join(', ')}.`);
	if (device.broken.length > 0) seen.push(`Errors in its scripts: ${device.broken.slice(0, 5).join(' · ')}`);
	const stored = host.attempts.get(attempt) ?? {};
	if (noted.calls.some(({ call }) => call === runTime.initialise))
		seen.push(
			`It found the LMS and began; left to itself for ${seconds} seconds, the LMS shows: ${runTime.standing(stored)}.`
		);
	else {
		outcome = 'not-finished';
		seen.push(`In ${seconds} seconds it did not call ${runTime.initialise}: an LMS would record nothing.`);
	}
	return toRun({ name: 'Opened, and left to itself', page, outcome, seen }, noted, device.blocked, stored);
}
