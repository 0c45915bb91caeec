import type { LrsClient } from './lrs-client.ts';
import type { Outbox } from './outbox.ts';
import { agreesWith } from './owed.ts';
import type { Answer } from './request.ts';
import { toStatement, type Draft, type Session } from './statement.ts';

/** What one pass through the outbox needs. */
export type Sending = {
	outbox: Outbox;
	session: Session;
	lrs: LrsClient;
	/** The session is about to be ended, and what it was given with it: what else there is to write goes first. */
	beforeEnd(): Promise<unknown>;
	/** Asks for another pass. @param afterMs as the store wishes; null where it says nothing */
	later(afterMs: number | null): void;
	/** The store has this one. */
	onThere(draft: Draft): void;
	/** The store will never take this one in this session. */
	onRefused(draft: Draft, status: number): void;
};

/**
 * Sends what waits, one statement after the other: nothing overtakes what it follows on.
 * @returns whether nothing is left
 */
export async function sendOutbox(sending: Sending): Promise<boolean> {
	const { outbox, session, lrs } = sending;
	const without = ({ id }: Draft) => outbox.all().filter((other) => other.id !== id);
	for (let draft = outbox.all()[0]; draft; draft = outbox.all()[0]) {
		if (!agreesWith(session.masteryScore, draft)) {
			outbox.replace(without(draft));
			continue;
		}
		if (draft.verb === 'terminated' || draft.verb === 'suspended') await sending.beforeEnd();
		const answer = await lrs.postStatements([toStatement(session, draft)]);
		const fate = answer.status === 409 ? await fateOfConflict(lrs, draft) : fateOf(answer);
		if (fate === 'later') {
			sending.later(answer.retryAfterMs);
			return false;
		}
		if (fate === 'there') sending.onThere(draft);
		else sending.onRefused(draft, answer.status);
		outbox.replace(without(draft));
	}
	return true;
}

type Fate = 'there' | 'refused' | 'later';

function fateOf({ status, body }: Answer): Fate {
	// A network that wants a sign-in first answers 200 to anything, with a page.
	if (status === 200) return Array.isArray(body) ? 'there' : 'later';
	if (status === 204) return 'there';
	return [400, 403, 413, 422].includes(status) ? 'refused' : 'later';
}

/**
 * A store answers 409 to an id that it has with other content: it took the statement, and the answer was lost. Only then is
 * it there; a store may also be in trouble. One that lets nobody read is believed.
 * Source: xAPI 1.0.3, Communication, 2.1.
 */
async function fateOfConflict(lrs: LrsClient, { id }: Draft): Promise<Fate> {
	const { status } = await lrs.getStatement(id);
	return status === 200 || status === 403 ? 'there' : 'later';
}
