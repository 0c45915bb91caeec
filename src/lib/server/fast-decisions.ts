import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerDecisions, mostPostedCharacters, retryAfterSeconds, type JsonAnswer } from './answer-decisions.ts';
import type { App } from './app.ts';
import { isStoreUnavailable } from './db/open.ts';
import { newId } from './ids.ts';
import { readSession, sessionIdIn, type Presence } from './sessions.ts';
import { isForeign, securityHeaders, sessionCookieHeader } from './web.ts';

const route = /^\/api\/attempts\/([a-z0-9]{1,40})\/decisions$/;
const baseHeaders = [...securityHeaders.flat(), 'content-type', 'application/json', 'cache-control', 'no-store'];

/**
 * Takes posts of decisions before SvelteKit sees them: the one request that comes often. Session and origin are checked
 * here as `handle` does it; all the rest is `answerDecisions`, which SvelteKit's own route calls too.
 * @param protocolOf `http` or `https`, as the learner's browser knows us
 * @returns a function that says whether it has taken the request
 */
export function fastDecisions(
	app: App,
	protocolOf: (request: IncomingMessage) => string
): (request: IncomingMessage, response: ServerResponse) => boolean {
	return (request, response) => {
		if (request.method !== 'POST') return false;
		const attemptId = route.exec(request.url ?? '')?.[1];
		if (attemptId === undefined) return false;
		const protocol = protocolOf(request);
		if (isForeign('POST', request.headers.origin, `${protocol}://${request.headers.host ?? ''}`)) {
			send(response, { status: 403, body: { reason: 'foreign-origin' } });
			request.resume();
			return true;
		}
		readBody(request)
			.then(async (body) => {
				if (body === null)
					return send(response, { status: 413, body: { reason: 'too-large' } }, ['connection', 'close']);
				const sessionId = sessionIdIn(request.headers.cookie);
				const presence = sessionId === null ? null : await readSession(app.store, sessionId);
				const answer = await answerDecisions(app, ownerIn(presence), attemptId, body);
				send(response, answer, presence?.isRenewed ? renewal(presence, protocol) : []);
			})
			.catch((error: unknown) => fail(app, response, error));
		return true;
	};
}

function ownerIn(presence: Presence | null) {
	if (presence?.person) return { kind: 'person' as const, id: presence.person.id };
	return presence?.guest ? { kind: 'guest' as const, id: presence.guest.id } : null;
}

function renewal({ sessionId, isRemembered, expiresAt }: Presence, protocol: string): string[] {
	return ['set-cookie', sessionCookieHeader({ id: sessionId, isRemembered, expiresAt }, { protocol: `${protocol}:` })];
}

/** The body as text; null where it is longer than it may be. Rejects where the connection breaks. */
function readBody(request: IncomingMessage): Promise<string | null> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let length = 0;
		request.on('data', (chunk: Buffer) => {
			length += chunk.length;
			if (length <= mostPostedCharacters) chunks.push(chunk);
			else resolve(null);
		});
		request.on('end', () => resolve(Buffer.concat(chunks).toString()));
		request.on('error', reject);
	});
}

function send(response: ServerResponse, answer: JsonAnswer, more: string[] = []): void {
	const text = JSON.stringify(answer.body);
	const retry = answer.retryAfterSeconds === undefined ? [] : ['retry-after', String(answer.retryAfterSeconds)];
	response.writeHead(answer.status, [
		...baseHeaders,
		'content-length',
		String(Buffer.byteLength(text)),
		...retry,
		...more
	]);
	response.end(text);
}

function fail(app: App, response: ServerResponse, error: unknown): void {
	if (response.headersSent || response.destroyed) return;
	if (isStoreUnavailable(error))
		return send(response, { status: 503, body: { reason: 'unavailable' }, retryAfterSeconds });
	const id = newId().slice(0, 8);
	app.report(id, error);
	send(response, { status: 500, body: { reason: 'our-mistake', id } });
}
