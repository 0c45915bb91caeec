import type { Entry } from '#lib/scenario/module.ts';
import { isRecord, parseEntries, parseResult } from './parse-entries.ts';
import type { Waiting } from './queue.ts';
import type { SavedLog } from './saved-log.ts';

/** What became of sending entries. `confirmed`: the length of the log that is on the server for certain. */
export type Sent =
	| { kind: 'kept'; confirmed: number }
	/** Not now: no connection, or the server cannot write. */
	| { kind: 'later'; confirmed: number; retryAfterMs: number | null }
	| { kind: 'conflict'; confirmed: number; entries: Entry[] }
	| { kind: 'module-changed'; confirmed: number }
	/** Not signed in, or the attempt is not of whoever is. */
	| { kind: 'signed-out'; confirmed: number }
	/** The server does not take it, and would not later: its page and ours disagree. */
	| { kind: 'refused'; confirmed: number };

type Fetch = typeof globalThis.fetch;

const mostEntries = 100;
const mostCharacters = 30_000;
const patienceMs = 15_000;

/** Sends entries in order, in portions that the server takes, until all is kept or something stands in the way. */
export async function postEntries(
	fetch: Fetch,
	waiting: Waiting,
	options: { isLeaving?: boolean } = {}
): Promise<Sent> {
	let confirmed = waiting.sequence;
	for (const entries of portions(waiting.entries)) {
		const sent = await postPortion(fetch, { ...waiting, sequence: confirmed, entries }, options.isLeaving ?? false);
		if (sent.kind !== 'kept') return sent;
		confirmed = sent.confirmed;
	}
	return { kind: 'kept', confirmed };
}

/** What the server keeps of an attempt. Rejects where it cannot be had. */
export async function getAttempt(fetch: Fetch, attemptId: string): Promise<SavedLog> {
	const answer = await fetch(`/api/attempts/${attemptId}`, {
		cache: 'no-store',
		signal: AbortSignal.timeout(patienceMs)
	});
	if (!answer.ok) throw new Error(`The attempt could not be read: the server answered ${answer.status}`);
	const body: unknown = await answer.json();
	const entries = isRecord(body) ? parseEntries(body.entries) : null;
	const result = isRecord(body) ? parseResult(body.result) : undefined;
	if (!isRecord(body) || !entries || result === undefined || typeof body.revision !== 'string')
		throw new Error('The server’s answer is not an attempt');
	return { entries, revision: body.revision, result };
}

async function postPortion(fetch: Fetch, waiting: Waiting, isLeaving: boolean): Promise<Sent> {
	const { attemptId, revision, sequence, entries } = waiting;
	const confirmed = sequence;
	const later: Sent = { kind: 'later', confirmed, retryAfterMs: null };
	try {
		const answer = await fetch(`/api/attempts/${attemptId}/decisions`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ sequence, revision, entries }),
			// A request that outlives the page may not wait either.
			...(isLeaving ? { keepalive: true } : { signal: AbortSignal.timeout(patienceMs) })
		});
		const body: unknown = await answer.json().catch(() => null);
		return outcome(answer, isRecord(body) ? body : {}, waiting);
	} catch {
		return later; // no connection, or none that answers in time
	}
}

function outcome(answer: Response, body: Record<string, unknown>, { sequence, entries }: Waiting): Sent {
	const confirmed = sequence;
	switch (answer.status) {
		case 200:
			// A proxy's "please sign in to the network" is 200 as well.
			if (body.sequence === sequence + entries.length) return { kind: 'kept', confirmed: body.sequence };
			return { kind: 'later', confirmed, retryAfterMs: null };
		case 401:
		case 404:
			return { kind: 'signed-out', confirmed };
		case 409: {
			const theirs = parseEntries(body.entries);
			if (body.reason === 'conflict' && theirs) return { kind: 'conflict', confirmed, entries: theirs };
			return { kind: 'module-changed', confirmed };
		}
		case 400:
		case 413:
		case 422:
			return { kind: 'refused', confirmed };
		default: {
			const seconds = Number(answer.headers.get('retry-after') ?? NaN);
			return { kind: 'later', confirmed, retryAfterMs: seconds > 0 ? seconds * 1000 : null };
		}
	}
}

function portions(entries: Entry[]): Entry[][] {
	const all: Entry[][] = [];
	let current: Entry[] = [];
	let characters = 0;
	for (const entry of entries) {
		const { length } = JSON.stringify(entry);
		if (current.length > 0 && (current.length >= mostEntries || characters + length > mostCharacters)) {
			all.push(current);
			current = [];
			characters = 0;
		}
		current.push(entry);
		characters += length;
	}
	return current.length > 0 ? [...all, current] : all;
}
