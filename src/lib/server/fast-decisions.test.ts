import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPerson } from '../../../tests/support/people.ts';
import { testApp, type TestApp } from '../../../tests/support/test-app.ts';
import { openAttempt } from './attempts.ts';
import { fastDecisions } from './fast-decisions.ts';

let app: TestApp;
let origin: string;
let cookie: string;
let attemptId: string;
let revision: string;
let protocol = 'http';
const server = createServer((request, response) => {
	if (!fastDecisions(app, () => protocol)(request, response)) response.writeHead(418).end();
});

beforeAll(async () => {
	app = await testApp();
	const { owner, session } = await newPerson(app, 'ana');
	const attempt = (await openAttempt(app, owner, 'sample-course', 'sample'))!;
	({ id: attemptId, revision } = attempt);
	cookie = `a=b; alongside-session=${session.id}; c=d`;
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => server.close());

function post(options: { headers?: Record<string, string>; body?: string; path?: string; method?: string } = {}) {
	const entries = [{ scene: 'first', choice: 'ask' }];
	return fetch(`${origin}${options.path ?? `/api/attempts/${attemptId}/decisions`}`, {
		method: options.method ?? 'POST',
		headers: { origin, cookie, ...options.headers },
		body: options.method === 'GET' ? undefined : (options.body ?? JSON.stringify({ sequence: 0, revision, entries }))
	});
}

it('answers a decision, not to be cached', async () => {
	const answer = await post();
	expect([answer.status, await answer.json()]).toEqual([200, { sequence: 1, result: null }]);
	expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(answer.headers.get('set-cookie')).toBeNull();
});

it.each(['null', 'https://evil.test', 'http://127.0.0.1'])('refuses the origin %j', async (from) => {
	expect((await post({ headers: { origin: from } })).status).toBe(403);
});

it('refuses our own name over another protocol', async () => {
	protocol = 'https';
	expect((await post()).status).toBe(403);
	protocol = 'http';
});

it.each(['', 'alongside-session=', 'alongside-session=made-up', 'xalongside-session=made-up'])(
	'does not know the cookie %j',
	async (made) => {
		expect((await post({ headers: { cookie: made } })).status).toBe(401);
	}
);

it('refuses a body that is too large, however it comes, and goes on', async () => {
	expect((await post({ body: 'x'.repeat(3_000_000) })).status).toBe(413);
	expect((await post()).status).toBe(200);
});

it('leaves everything else to SvelteKit', async () => {
	expect((await post({ path: `/api/attempts/${attemptId}` })).status).toBe(418);
	expect((await post({ path: `/api/attempts/${attemptId}/decisions/` })).status).toBe(418);
	expect((await post({ method: 'GET' })).status).toBe(418);
});

it('sends the cookie again when the session is half over', async () => {
	const soon = Date.now() + 10 * 24 * 60 * 60 * 1000;
	app.store.client.prepare('update sessions set expires_at = ?').run(soon);
	expect((await post()).headers.get('set-cookie')).toMatch(/^alongside-session=\w+; Path=\/; HttpOnly; SameSite=Lax$/);
});

it('asks to try again while the database cannot be written', async () => {
	app.store.client.pragma('query_only = on');
	const entries = [{ rewind: 0 }];
	const answer = await post({ body: JSON.stringify({ sequence: 1, revision, entries }) });
	app.store.client.pragma('query_only = off');
	expect(answer.status).toBe(503);
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});
