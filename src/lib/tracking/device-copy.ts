import type { Result } from '#lib/scenario/result.ts';
import { isRecord, parseResult } from './parse-entries.ts';
import { tryTo } from './try-to.ts';

/** What of the browser's storage a device copy needs. */
export type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A copy of one attempt on this device. */
export type DeviceCopy = {
	format: 1;
	/** The attempt as suspend data, see `packAttempt`. */
	text: string;
	result: Result | null;
	/** Milliseconds since 1970 of the last save. */
	savedAtMs: number;
	/** Whether the LMS has once given back at least this much: then what it says later, it means. */
	confirmed: boolean;
};

/** Whose copy it is. Copies belong to one person: without a learner there is one for this tab only. */
export type CopyOwner = { lms: string; learner: string; course: string; module: string };

/** A copy that the LMS never confirmed stands in for it this long; after that an empty LMS means a new attempt. */
const trustedForMs = 30 * 24 * 60 * 60 * 1000;

/** Reads, writes and forgets one attempt's copy. Storage that is full, off or forbidden: nothing is kept, nothing thrown. */
export type CopyKeeper = {
	read(nowMs: number): DeviceCopy | null;
	/** @returns whether it is kept */
	write(copy: DeviceCopy): boolean;
	forget(): void;
};

/**
 * Where the copy of one attempt is kept: `localStorage` for a known learner, else `sessionStorage`, which the browser
 * empties with the tab.
 * @param options.lastsMs how long a copy counts; 30 days, the time it stands in for an LMS, unless told
 */
export function copyKeeper(
	stores: { local: CopyStore | null; session: CopyStore | null },
	owner: CopyOwner,
	{ lastsMs = trustedForMs }: { lastsMs?: number } = {}
): CopyKeeper {
	const store = owner.learner ? stores.local : stores.session;
	const key = `alongside/attempt/${[owner.lms, owner.learner, owner.course, owner.module].map(encodeURIComponent).join('/')}`;
	return {
		read: (nowMs) => {
			const copy = parseCopy(tryTo(() => store?.getItem(key)) ?? null);
			if (!copy || Math.abs(nowMs - copy.savedAtMs) > lastsMs) return null;
			return copy;
		},
		write: (copy) =>
			tryTo(() => {
				store?.setItem(key, JSON.stringify(copy));
				return Boolean(store);
			}) ?? false,
		forget: () => void tryTo(() => store?.removeItem(key))
	};
}

/** The browser's two stores, each null where the browser forbids it (a sandboxed frame, blocked cookies). */
export function browserStores(win: Pick<Window, 'localStorage' | 'sessionStorage'>): {
	local: CopyStore | null;
	session: CopyStore | null;
} {
	return { local: tryTo(() => win.localStorage) ?? null, session: tryTo(() => win.sessionStorage) ?? null };
}

function parseCopy(text: string | null): DeviceCopy | null {
	const value: unknown = text === null ? null : tryTo(() => JSON.parse(text) as unknown);
	if (!isRecord(value)) return null;
	const { format, text: kept, savedAtMs, result, confirmed } = value;
	if (format !== 1 || typeof kept !== 'string' || typeof savedAtMs !== 'number') return null;
	return { format, text: kept, result: parseResult(result) ?? null, savedAtMs, confirmed: confirmed === true };
}
