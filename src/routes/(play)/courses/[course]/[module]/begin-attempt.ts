import type { Progress, SaveState, Tracker } from '#lib/tracking/tracker.ts';

/** What the server said when an attempt was to begin. */
export type Begun = { kind: 'begun'; attemptId: string; account: string } | { kind: 'signed-out' } | { kind: 'failed' };

/** Asks the server to begin an attempt. Never rejects. */
export async function beginAttempt(
	fetch: typeof globalThis.fetch,
	address: string,
	account: string | null
): Promise<Begun> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ account })
		});
		if (response.status === 401) return { kind: 'signed-out' };
		if (!response.ok) return { kind: 'failed' };
		const begun = (await response.json()) as { attemptId: string; account: string };
		return { kind: 'begun', attemptId: begun.attemptId, account: begun.account };
	} catch {
		return { kind: 'failed' }; // no connection: the next save tries again
	}
}

/**
 * A tracker for a module that was never begun: the attempt is made when there is something to keep, so that looking at a
 * first screen leaves nothing behind. From then on it is the tracker that `make` gives.
 * @param make a tracker for the attempt just begun, opened already
 */
export function trackerFromFirstSave(
	begin: () => Promise<Begun>,
	make: (begun: { attemptId: string; account: string }) => Promise<Tracker>
): Tracker {
	let tracker: Tracker | null = null;
	let beginning: Promise<Tracker | SaveState> | null = null;
	let listener: ((state: SaveState) => void) | null = null;
	let stopListening: (() => void) | undefined;

	async function start(): Promise<Tracker | SaveState> {
		const begun = await begin();
		if (begun.kind !== 'begun') return { kind: begun.kind };
		tracker = await make(begun);
		if (listener) stopListening = tracker.onLaterSave?.(listener);
		return tracker;
	}

	return {
		open: () => Promise.resolve(null),
		async save(progress) {
			if (tracker) return tracker.save(progress);
			beginning ??= start().finally(() => (beginning = null));
			const begun = await beginning;
			return 'kind' in begun ? begun : begun.save(progress);
		},
		settle: async (keep, progress) => (await tracker?.settle?.(keep, progress)) ?? { kind: 'failed' },
		close(progress: Progress) {
			// Before the first decision there is nothing to keep.
			tracker?.close(progress);
		},
		onLaterSave(hear) {
			listener = hear;
			stopListening = tracker?.onLaterSave?.(hear);
			return () => {
				listener = null;
				stopListening?.();
			};
		}
	};
}
