import type { Entry } from '#lib/scenario/module.ts';
import { isRecord, parseEntries } from './parse-entries.ts';
import { tryTo } from './try-to.ts';

/** What of the browser's storage the queue needs. */
export type QueueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Decisions that our server has not confirmed, as they wait on this device. */
export type Waiting = {
	attemptId: string;
	/** The module's revision they were made on. */
	revision: string;
	/** How many entries of the log the server has confirmed: these follow. */
	sequence: number;
	entries: Entry[];
};

/** What waits on this device for one account. Nothing of another account's is ever read, sent or removed through it. */
export type Queue = {
	/** Keeps what this page waits to send for an attempt, in place of what it kept before. @returns whether it is kept */
	write: (waiting: Waiting) => boolean;
	/** This page has nothing left to send for this attempt. */
	drop: (attemptId: string) => void;
	/** What waits: of this page and of pages that are gone or open beside it, with the key to `remove` it by. */
	all: () => { key: string; waiting: Waiting }[];
	remove: (key: string) => void;
};

const prefix = 'alongside/queue';

/**
 * The queue of one account on this device. Each page keeps its own part, so that two tabs never overwrite each other.
 * Storage that is full, off or forbidden: nothing is kept, nothing thrown.
 * @param account `person:<id>` or `guest:<id>`
 * @param page anything that no other page has
 */
export function openQueue(storage: QueueStorage | null, account: string, page: string): Queue {
	const own = `${prefix}/${encodeURIComponent(account)}/`;
	const keyFor = (attemptId: string) => `${own}${encodeURIComponent(attemptId)}/${encodeURIComponent(page)}`;
	return {
		write: ({ attemptId, revision, sequence, entries }) =>
			tryTo(() => {
				if (!storage) return false;
				storage.setItem(keyFor(attemptId), JSON.stringify({ format: 1, attemptId, revision, sequence, entries }));
				return true;
			}) ?? false,
		drop: (attemptId) => void tryTo(() => storage?.removeItem(keyFor(attemptId))),
		all: () =>
			keysOf(storage, own).flatMap((key) => {
				const waiting = parseWaiting(tryTo(() => storage?.getItem(key)) ?? null);
				return waiting ? [{ key, waiting }] : [];
			}),
		remove: (key) => {
			if (key.startsWith(own)) tryTo(() => storage?.removeItem(key));
		}
	};
}

/**
 * After "Is this yours?" was answered with yes: what a guest left waiting for these attempts waits for the account now.
 * The attempts themselves have moved on the server.
 */
export function moveWaiting(storage: QueueStorage | null, from: string, to: string, attemptIds: string[]): void {
	const old = openQueue(storage, from, '');
	for (const { key, waiting } of old.all()) {
		if (!attemptIds.includes(waiting.attemptId)) continue;
		if (openQueue(storage, to, `moved ${key}`).write(waiting)) old.remove(key);
	}
}

/** Forgets all that waits for an account: after it was deleted, or when a guest's work was declined. */
export function forgetWaiting(storage: QueueStorage | null, account: string): void {
	for (const key of keysOf(storage, `${prefix}/${encodeURIComponent(account)}/`)) tryTo(() => storage?.removeItem(key));
}

function keysOf(storage: QueueStorage | null, start: string): string[] {
	const keys = tryTo(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ''));
	return (keys ?? []).filter((key) => key.startsWith(start)).sort();
}

function parseWaiting(text: string | null): Waiting | null {
	const value = tryTo((): unknown => JSON.parse(text ?? 'null'));
	if (!isRecord(value) || value.format !== 1) return null;
	const { attemptId, revision, sequence } = value;
	const entries = parseEntries(value.entries);
	if (typeof attemptId !== 'string' || typeof revision !== 'string' || typeof sequence !== 'number') return null;
	if (!Number.isInteger(sequence) || sequence < 0 || !entries || entries.length === 0) return null;
	return { attemptId, revision, sequence, entries };
}
