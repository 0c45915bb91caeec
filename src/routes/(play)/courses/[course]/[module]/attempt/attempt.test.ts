import { expect, it } from 'vitest';
import { guests } from '#lib/server/db/schema.ts';
import { testApp } from '../../../../../../../tests/support/test-app.ts';
import { POST } from './+server.ts';

/** A stranger begins a module. */
async function begin(module: string) {
	const app = await testApp();
	const cookies: string[] = [];
	const answer = POST({
		request: new Request('https://learn.test/', { method: 'POST', body: '{"account":null}' }),
		params: { course: 'sample-course', module },
		locals: { app, person: null, guest: null },
		cookies: { set: (name: string) => cookies.push(name) },
		url: new URL('https://learn.test/'),
		getClientAddress: () => '192.0.2.1'
	} as unknown as Parameters<typeof POST>[0]);
	const status = await Promise.resolve(answer).then(
		(response) => response.status,
		(error: { status: number }) => error.status
	);
	return { status, cookies, guests: app.store.db.select().from(guests).all().length };
}

it('makes a stranger who begins a module a guest', async () => {
	expect(await begin('sample')).toEqual({ status: 200, cookies: ['alongside-session'], guests: 1 });
});

it('makes nobody a guest for a module that is not there', async () => {
	expect(await begin('nope')).toEqual({ status: 404, cookies: [], guests: 0 });
});
