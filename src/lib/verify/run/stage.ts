import type { Page } from 'playwright-core';
import type { WatchedCalls } from '#lib/lms/host/launch.ts';
import type { Run } from '../report.ts';
import type { ClosedBrowser, Device } from './browser.ts';
import type { LmsHost } from './lms-host.ts';
import type { RunTime } from './run-time.ts';

/** Where a package is played. */
export type Stage = { runTime: RunTime; host: LmsHost; browser: ClosedBrowser };

const mostCalls = 300;
const mostStored = 100;
const longest = 300;

/** Opens a page of the package in the LMS. */
export async function launch(
	device: Device,
	{ runTime, host }: Stage,
	options: { page: string; attempt: string; isStrict: boolean; isScored: boolean }
): Promise<Page> {
	const window = await device.window();
	const params = new URLSearchParams({
		standard: runTime.host,
		package: 'package',
		page: options.page,
		attempt: options.attempt,
		...(options.isScored && { scored: '' }),
		...(!options.isStrict && { lenient: '' })
	});
	await window.goto(`${host.url}/lms?${params}`);
	return window;
}

/** A run as it is reported: long texts cut, long lists too. */
export function toRun(
	about: Pick<Run, 'name' | 'page' | 'outcome' | 'seen'>,
	noted: WatchedCalls,
	blocked: string[],
	stored: Record<string, string>
): Run {
	const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text);
	return {
		...about,
		outcome: about.outcome === 'fine' && noted.faults.length > 0 ? 'problems' : about.outcome,
		faults: noted.faults.slice(0, mostCalls).map(cut),
		calls: noted.calls
			.slice(0, mostCalls)
			.map(({ call, args, answer }) => ({ call, args: args.map(cut), answer: cut(answer) })),
		callCount: noted.calls.length,
		blocked,
		stored: Object.fromEntries(
			Object.entries(stored)
				.filter(([, value]) => value !== '')
				.slice(0, mostStored)
				.map(([element, value]) => [cut(element), cut(value)])
		)
	};
}
