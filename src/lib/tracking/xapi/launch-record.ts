import type { CopyStore } from '../device-copy.ts';
import { isRecord } from '../parse-entries.ts';
import { tryTo } from '../try-to.ts';

/** What one launch has to remember over a reload of its page. */
export type LaunchRecord = {
	/** As the fetch address gave it; null before. It can be had once only. */
	token: string | null;
	/** Milliseconds since 1970 when the page was first opened. */
	openedAtMs: number;
	/** The statement that opens the session is made. */
	initialized: boolean;
	/** The statement that ends it is made: nothing may follow. */
	terminated: boolean;
};

/** The record of one launch, and how to change it. Where the browser keeps nothing it lasts as long as the page. */
export type LaunchKeeper = { get(): LaunchRecord; set(change: Partial<LaunchRecord>): void };

/**
 * Keeps a launch's record in this tab, under the address that makes the launch one of a kind.
 * @param store normally `sessionStorage`
 * @param fetchUrl of the launch parameters
 */
export function launchKeeper(store: CopyStore | null, fetchUrl: string, nowMs: number): LaunchKeeper {
	const key = `alongside/launch/${encodeURIComponent(fetchUrl)}`;
	const kept = parseRecord(tryTo(() => JSON.parse(store?.getItem(key) ?? 'null') as unknown));
	let record: LaunchRecord = kept ?? { token: null, openedAtMs: nowMs, initialized: false, terminated: false };
	return {
		get: () => record,
		set: (change) => {
			record = { ...record, ...change };
			tryTo(() => store?.setItem(key, JSON.stringify(record)));
		}
	};
}

function parseRecord(value: unknown): LaunchRecord | null {
	if (!isRecord(value)) return null;
	const { token, openedAtMs, initialized, terminated } = value;
	if ((token !== null && typeof token !== 'string') || typeof openedAtMs !== 'number') return null;
	return { token, openedAtMs, initialized: initialized === true, terminated: terminated === true };
}
