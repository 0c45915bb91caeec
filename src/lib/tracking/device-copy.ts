import type { Result } from '#lib/scenario/result.ts';

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
};

/**
 * Where the copy of one attempt is kept: `localStorage` for a known learner, else `sessionStorage`, which the browser
 * empties with the tab.
 */
export function copyKeeper(
	stores: { local: CopyStore | null; session: CopyStore | null },
	owner: CopyOwner
): CopyKeeper {
	const store = owner.learner ? stores.local : stores.session;
	const key = `alongside/attempt/${[owner.lms, owner.learner, owner.course, owner.module].map(encodeURIComponent).join('/')}`;
	return {
		read: (nowMs) => {
			const copy = parseCopy(attempt(() => store?.getItem(key)) ?? null);
			if (!copy || Math.abs(nowMs - copy.savedAtMs) > trustedForMs) return null;
			return copy;
		},
		write: (copy) =>
			attempt(() => {
				store?.setItem(key, JSON.stringify(copy));
				return Boolean(store);
			}) ?? false
	};
}

/** The browser's two stores, each null where the browser forbids it (a sandboxed frame, blocked cookies). */
export function browserStores(win: Pick<Window, 'localStorage' | 'sessionStorage'>): {
	local: CopyStore | null;
	session: CopyStore | null;
} {
	return { local: attempt(() => win.localStorage) ?? null, session: attempt(() => win.sessionStorage) ?? null };
}

function parseCopy(text: string | null): DeviceCopy | null {
	const value: unknown = text === null ? null : attempt(() => JSON.parse(text) as unknown);
	if (typeof value !== 'object' || value === null) return null;
	const copy = value as Partial<Record<keyof DeviceCopy, unknown>>;
	if (copy.format !== 1 || typeof copy.text !== 'string' || typeof copy.savedAtMs !== 'number') return null;
	return {
		format: 1,
		text: copy.text,
		result: parseResult(copy.result),
		savedAtMs: copy.savedAtMs,
		confirmed: copy.confirmed === true
	};
}

function parseResult(value: unknown): Result | null {
	if (typeof value !== 'object' || value === null) return null;
	const { ending, completedAt, success, scaled, revision } = value as Partial<Record<keyof Result, unknown>>;
	if (typeof ending !== 'string' || typeof completedAt !== 'string' || typeof revision !== 'string') return null;
	return {
		ending,
		completedAt,
		revision,
		success: typeof success === 'boolean' ? success : null,
		scaled: typeof scaled === 'number' && scaled >= 0 && scaled <= 1 ? scaled : null
	};
}

function attempt<Value>(what: () => Value): Value | undefined {
	try {
		return what();
	} catch {
		// Storage is forbidden, full or holds something else: the copy is a second line of defence, never a condition.
		return undefined;
	}
}
