import type { PlayModule } from '#lib/scenario/module.ts';
import { httpTracker } from '#lib/tracking/http.ts';
import { openQueue } from '#lib/tracking/queue.ts';
import { browserRetryClock } from '#lib/tracking/retries.ts';
import type { SavedLog } from '#lib/tracking/saved-log.ts';
import type { Tracker } from '#lib/tracking/tracker.ts';
import { deviceStorage } from '../../../../device-storage.ts';
import { beginAttempt, trackerFromFirstSave } from './begin-attempt.ts';

/** What the page was made with. */
export type PlayedHere = {
	module: PlayModule;
	/** `person:<id>` or `guest:<id>`; null for a visitor nobody knows yet. */
	account: string | null;
	attempt: { id: string; saved: SavedLog } | null;
};

/** The tracker of a module's page on our own site. In the browser only. */
export function siteTracker({ module, account, attempt }: PlayedHere, window: Window): Tracker {
	// Without crypto.randomUUID, which plain http lacks, two tabs are told apart by time and chance.
	const page = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
	const fetch: typeof globalThis.fetch = (...request) => window.fetch(...request);
	const trackerOf = (attemptId: string, saved: SavedLog, owner: string) =>
		httpTracker({
			attemptId,
			module,
			saved,
			queue: openQueue(deviceStorage(window), owner, page),
			fetch,
			clock: browserRetryClock()
		});
	if (attempt && account) return trackerOf(attempt.id, attempt.saved, account);
	return trackerFromFirstSave(
		() => beginAttempt(fetch, `/courses/${module.course}/${module.id}/attempt`, account),
		async (begun) => {
			// Whatever another tab has kept meanwhile comes back as a conflict, and the learner is asked.
			const nothing = { entries: [], revision: module.revision, result: null };
			const tracker = trackerOf(begun.attemptId, nothing, begun.account);
			await tracker.open();
			return tracker;
		}
	);
}
