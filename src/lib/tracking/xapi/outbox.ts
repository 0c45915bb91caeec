import type { CopyStore } from '../device-copy.ts';
import { isRecord } from '../parse-entries.ts';
import { tryTo } from '../try-to.ts';
import type { Draft } from './statement.ts';
import type { Verb } from './vocabulary.ts';

/** Whose statements wait: they are never sent to another store, for another person or in another registration. */
export type OutboxOwner = { endpoint: string; registration: string | null; actor: string; activityId: string };

/** Statements on their way, oldest first. They wait on this device until the record store has answered for them. */
export type Outbox = {
	all(): readonly Draft[];
	/** @returns whether what waits is on the device */
	replace(drafts: readonly Draft[]): boolean;
};

/**
 * The outbox of one learner in one registration: `localStorage` for a known learner, else `sessionStorage`. What an
 * earlier launch could not send is taken over.
 * @param launch what is the same for a page that was reloaded and differs for every other launch
 * @param adopt what of an earlier launch's may still be said in this one
 */
export function openOutbox(
	stores: { local: CopyStore | null; session: CopyStore | null },
	owner: OutboxOwner,
	launch: string,
	adopt: (drafts: Draft[]) => Draft[]
): Outbox {
	const store = owner.actor ? stores.local : stores.session;
	const { endpoint, registration, actor, activityId } = owner;
	const key = `alongside/outbox/${[endpoint, registration ?? '', actor, activityId].map(encodeURIComponent).join('/')}`;
	const kept = parseOutbox(tryTo(() => JSON.parse(store?.getItem(key) ?? 'null') as unknown));
	let drafts: readonly Draft[] = !kept ? [] : kept.launch === launch ? kept.drafts : adopt(kept.drafts);
	return {
		all: () => drafts,
		replace: (now) => {
			drafts = now;
			return (
				tryTo(() => {
					if (now.length) store?.setItem(key, JSON.stringify({ format: 1, launch, drafts: now }));
					else store?.removeItem(key);
					return Boolean(store);
				}) ?? false
			);
		}
	};
}

/** What may be said in another session of cmi5: its own beginning, end and verdict it says itself. */
export function forNextSession(drafts: Draft[]): Draft[] {
	const ownOfSession: Verb[] = ['initialized', 'terminated', 'suspended', 'failed'];
	return drafts.filter(({ verb }) => !ownOfSession.includes(verb));
}

function parseOutbox(value: unknown): { launch: string; drafts: Draft[] } | null {
	if (!isRecord(value) || value['format'] !== 1 || typeof value['launch'] !== 'string') return null;
	const { launch, drafts } = value;
	return Array.isArray(drafts) ? { launch, drafts: drafts.filter(isDraft) } : null;
}

function isDraft(value: unknown): value is Draft {
	return (
		isRecord(value) &&
		typeof value['id'] === 'string' &&
		typeof value['timestamp'] === 'string' &&
		typeof value['verb'] === 'string' &&
		(value['result'] === undefined || isRecord(value['result'])) &&
		(value['object'] === undefined || isRecord(value['object']))
	);
}
