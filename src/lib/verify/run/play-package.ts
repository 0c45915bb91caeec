import type { OwnModule } from '../own/read-own.ts';
import type { PackageUnderCheck } from '../package-under-check.ts';
import type { Played, Run } from '../report.ts';
import { launchAddresses, readManifest } from '../scorm/read-manifest.ts';
import { startClosedBrowser } from './browser.ts';
import { startLmsHost } from './lms-host.ts';
import { playForeign } from './play-foreign.ts';
import { playOwn } from './play-own.ts';
import { findRunTime } from './run-time.ts';

/** What playing needs from outside. */
export type PlayOptions = {
	/** The project's folder. */
	root: string;
	/** Path of a Chromium; undefined where none was found. */
	chromium: string | undefined;
	/** How long a page that is not ours may run. */
	foreignSeconds: number;
};

/** How many pages of somebody else's package are opened. */
const mostForeign = 3;

/**
 * Plays a package in a browser under an LMS of ours. Modules of ours are played to their end, with a tab that crashes in
 * between; of anybody else's the first pages are opened and watched.
 */
export async function playPackage(
	found: PackageUnderCheck,
	modules: OwnModule[],
	{ root, chromium, foreignSeconds }: PlayOptions
): Promise<Played> {
	const runTime = findRunTime(found.kind);
	if (!runTime) return none('Packages of this kind cannot be played by this command yet.');
	if (!chromium)
		return none(
			'There is no Chromium here. Install your system’s package “chromium” (or Chrome), or set ALONGSIDE_CHROMIUM.'
		);
	const host = await startLmsHost({ package: Object.fromEntries(found.files) }, root);
	try {
		const browser = await startClosedBrowser(chromium, host.url);
		try {
			const runs: Run[] = [];
			if (modules.length > 0)
				for (const module of modules) runs.push(...(await playOwn(module, { runTime, host, browser })));
			else if (found.manifest)
				for (const page of launchAddresses(readManifest(found.manifest.root, found.manifest.path)).slice(
					0,
					mostForeign
				))
					runs.push(await playForeign(page, { runTime, host, browser }, foreignSeconds));
			return { runs, notPlayed: null };
		} finally {
			await browser.close();
		}
	} catch (cause) {
		return none(
			`The browser could not be used: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`
		);
	} finally {
		await host.stop();
	}
}

function none(why: string): Played {
	return { runs: [], notPlayed: why };
}
