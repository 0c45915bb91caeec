import { browser } from '$app/env';
import { siteTracker } from './site-tracker.ts';
import type { PageLoad } from './$types';

/** Playing needs a script; every other page of the site does without. */
export const csr = true;

/** In the browser: the tracker, opened, so that what waited on this device is taken up before anything is shown. */
export const load: PageLoad = async ({ data }) => {
	const { module, account, attempt } = data;
	const tracker = browser ? siteTracker({ module, account, attempt }, window) : null;
	const opened = (await tracker?.open()) ?? null;
	const isChanged = attempt !== null && attempt.saved.entries.length > 0 && attempt.saved.revision !== module.revision;
	const asSaved = attempt && {
		entries: attempt.saved.entries,
		result: attempt.saved.result,
		mode: 'normal' as const,
		notice: isChanged ? ('changed' as const) : null
	};
	return { ...data, tracker, saved: opened ?? asSaved };
};
