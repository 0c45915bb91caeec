import { extendLog, sameEntry } from '#lib/scenario/log.ts';
import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { getAttempt, postEntries, type Sent } from './post-entries.ts';
import type { Queue } from './queue.ts';
import { createRetries, type RetryClock } from './retries.ts';
import type { SavedLog } from './saved-log.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from './tracker.ts';

/** What the tracker of our own site needs. */
export type HttpTrackerOptions = {
	attemptId: string;
	module: PlayModule;
	/** What the page was made with, if it has it; else the server is asked. */
	saved: SavedLog | null;
	/** The account's queue, see `openQueue`. */
	queue: Queue;
	fetch: typeof globalThis.fetch;
	/** When to try again; see `browserRetryClock`. */
	clock: RetryClock;
};

/**
 * Keeps an attempt on our own server. Each decision waits in the queue on this device until the server has confirmed it,
 * and is sent again when the connection is back, when the page is looked at again, and now and then.
 */
export function httpTracker(options: HttpTrackerOptions): Tracker {
	const { attemptId, module, queue, fetch, clock } = options;
	const { revision } = module;
	/** The log as the page has it, and how much of it the server has confirmed. */
	let log: Entry[] = [];
	let confirmed = 0;
	let last: SaveState = { kind: 'kept' };
	let sending: Promise<SaveState> | null = null;
	let listener: ((state: SaveState) => void) | null = null;
	let untold: SaveState | null = null;
	const retries = createRetries(clock, () => void sendLater());

	/** Sends what is not confirmed, one request at a time; whoever asks meanwhile gets what comes of all of it. */
	function send(): Promise<SaveState> {
		sending ??= sendAll().finally(() => (sending = null));
		return sending;
	}

	async function sendAll(): Promise<SaveState> {
		let repaired = false;
		for (;;) {
			if (confirmed >= log.length) {
				queue.drop(attemptId);
				retries.stop();
				return (last = { kind: 'kept' });
			}
			const waiting = { attemptId, revision, sequence: confirmed, entries: log.slice(confirmed) };
			const isOnDevice = queue.write(waiting);
			const sent = await postEntries(fetch, waiting);
			confirmed = sent.confirmed;
			if (sent.kind === 'kept') continue;
			// The server has less than we thought (an older copy was put back): it gets the rest again.
			if (sent.kind === 'conflict' && !repaired && isStartOf(sent.entries, log)) {
				repaired = true;
				confirmed = sent.entries.length;
				continue;
			}
			return (last = stateOf(sent, isOnDevice));
		}
	}

	function stateOf(sent: Exclude<Sent, { kind: 'kept' }>, isOnDevice: boolean): SaveState {
		switch (sent.kind) {
			case 'later':
				retries.again(sent.retryAfterMs);
				return { kind: isOnDevice ? 'waiting' : 'failed' };
			case 'conflict':
				retries.stop();
				return { kind: 'conflict', entries: sent.entries };
			case 'module-changed':
			case 'signed-out':
				// Looking at the page again, after signing in elsewhere, is a reason to try; time alone is not.
				retries.whenLookedAt();
				return { kind: sent.kind };
			case 'refused':
				retries.stop();
				return { kind: 'failed' };
		}
	}

	async function sendLater(): Promise<void> {
		if (last.kind === 'conflict' || confirmed >= log.length) return;
		tell(await send());
	}

	function tell(state: SaveState): void {
		if (listener) listener(state);
		else untold = state;
	}

	/** Takes up what an earlier page could not send: as much of it as still follows on what the server has. */
	function adopt(saved: SavedLog): { entries: Entry[]; isCut: boolean } {
		const found = queue.all().find(({ waiting }) => waiting.attemptId === attemptId);
		if (!found) return { entries: saved.entries, isCut: false };
		const { waiting, key } = found;
		const kept = saved.entries.slice(waiting.sequence);
		const overlap = Math.min(kept.length, waiting.entries.length);
		const isBehind = saved.entries.length < waiting.sequence;
		const agrees = !isBehind && isStartOf(kept.slice(0, overlap), waiting.entries);
		if (agrees && overlap === waiting.entries.length) {
			queue.remove(key);
			return { entries: saved.entries, isCut: false };
		}
		// Where another way was gone meanwhile, ours is shown, sending it meets the conflict, and the learner is asked.
		let entries = agrees ? saved.entries : saved.entries.slice(0, waiting.sequence);
		let isCut = false;
		for (const entry of waiting.entries.slice(agrees ? overlap : 0)) {
			const extended = extendLog(module, entries, entry);
			if (extended.ok) entries = [...entries, ...extended.append];
			else isCut = true;
		}
		confirmed = agrees ? saved.entries.length : Math.min(waiting.sequence, saved.entries.length);
		log = entries;
		if (
			confirmed >= log.length ||
			queue.write({ attemptId, revision, sequence: confirmed, entries: log.slice(confirmed) })
		)
			queue.remove(key);
		return { entries, isCut };
	}

	async function save(progress: Progress): Promise<SaveState> {
		log = progress.entries;
		// On the device before anything else: the page may be killed while a request is on its way.
		if (confirmed < log.length)
			queue.write({ attemptId, revision, sequence: confirmed, entries: log.slice(confirmed) });
		if (sending) await sending;
		return send();
	}

	return {
		async open(): Promise<SavedAttempt> {
			const saved = options.saved ?? (await getAttempt(fetch, attemptId));
			confirmed = saved.entries.length;
			log = saved.entries;
			const { entries, isCut } = adopt(saved);
			if (confirmed < log.length) void sendLater();
			const isChanged = isCut || (saved.entries.length > 0 && saved.revision !== revision);
			return { entries, result: saved.result, mode: 'normal', notice: isChanged ? 'changed' : null };
		},

		save,

		async settle(keep, progress) {
			if (last.kind !== 'conflict') return save(progress);
			const theirs = last.entries;
			confirmed = theirs.length;
			log = keep === 'theirs' ? theirs : progress.entries;
			last = { kind: 'kept' };
			return send();
		},

		close(progress: Progress): void {
			log = progress.entries;
			if (last.kind === 'conflict' || confirmed >= log.length) return;
			const waiting = { attemptId, revision, sequence: confirmed, entries: log.slice(confirmed) };
			queue.write(waiting);
			// Nobody is there to hear what becomes of it; sending the same again is harmless.
			void postEntries(fetch, waiting, { isLeaving: true });
		},

		onLaterSave(hear) {
			listener = hear;
			if (untold) hear(untold);
			untold = null;
			return () => {
				listener = null;
				retries.stop();
			};
		}
	};
}

function isStartOf(start: Entry[], whole: Entry[]): boolean {
	return start.length <= whole.length && start.every((entry, index) => sameEntry(entry, whole[index]!));
}
