import type { App } from './app.ts';
import { appendDecisions, type Appended } from './append.ts';
import type { Owner } from './owner.ts';
import { parsePosted } from './posted.ts';

/** An answer to a request for JSON. */
export type JsonAnswer = { status: number; body: Record<string, unknown>; retryAfterSeconds?: number };

/** The most characters a post of decisions may have; two hundred long responses fit. */
export const mostPostedCharacters = 65_536;

/** Seconds after which to try again when the database cannot be written. */
export const retryAfterSeconds = 2;

/**
 * Answers `POST /api/attempts/:id/decisions`: the same on the fast path of our own server and in SvelteKit's route.
 * @param owner who asks, by their session; null where nobody knows them
 */
export async function answerDecisions(
	app: App,
	owner: Owner | null,
	attemptId: string,
	body: string
): Promise<JsonAnswer> {
	if (!owner) return { status: 401, body: { reason: 'signed-out' } };
	if (body.length > mostPostedCharacters) return { status: 413, body: { reason: 'too-large' } };
	const posted = parsePosted(body);
	if (!posted.ok) return { status: 400, body: { problems: posted.problems } };
	return toAnswer(await appendDecisions(app, owner, attemptId, posted.value));
}

function toAnswer(appended: Appended): JsonAnswer {
	if (appended.ok) return { status: 200, body: { sequence: appended.sequence, result: appended.result } };
	const { reason } = appended;
	switch (reason) {
		case 'conflict':
			return { status: 409, body: { reason, entries: appended.entries } };
		case 'module-changed':
			return { status: 409, body: { reason } };
		case 'no-such-attempt':
			return { status: 404, body: { reason } };
		case 'unavailable':
			return { status: 503, body: { reason }, retryAfterSeconds };
		case 'ended':
		case 'not-here':
		case 'not-offered':
		case 'bad-response':
		case 'bad-rewind':
		case 'too-long':
			return { status: 422, body: { reason, at: appended.at } };
	}
}
