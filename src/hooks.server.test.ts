import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newPerson } from '../tests/support/people.ts';
import { testApp, type TestApp } from '../tests/support/test-app.ts';
import { handle, handleError } from './hooks.server.ts';
import { setRunningApp } from '#lib/server/running.ts';
import { keepNote } from '#lib/server/journal.ts';
import { journal } from '#lib/server/db/schema.ts';
import { loggable } from '#lib/server/web.ts';
import { safeReturn } from './routes/access.ts';

let app: TestApp;
beforeAll(async () => {
	app = await testApp();
	setRunningApp(app);
});

type Sent = { method?: string; origin?: string | null; cookie?: string; url?: string; type?: string };

/** Runs `handle` on a request, as far as the page, which says who is there. */
async function request({ method = 'GET', origin = null, cookie = '', url = 'http://learn.test/x', type }: Sent) {
	const headers = new Headers(cookie ? { cookie } : {});
	if (origin !== null) headers.set('origin', origin);
	if (type) headers.set('content-type', type);
	const set: [string, string, { secure?: boolean }][] = [];
	const event = {
		url: new URL(url),
		request: new Request(url, { method, headers }),
		locals: {} as App.Locals,
		cookies: {
			get: (name: string) => new RegExp(`${name}=([^;]*)`).exec(cookie)?.[1],
			set: (...one: [string, string, { secure?: boolean }]) => set.push(one)
		}
	};
	type Input = Parameters<typeof handle>[0];
	const response = await handle({
		event: event as unknown as Input['event'],
		resolve: (async (at: typeof event, options: Parameters<Input['resolve']>[1]) => {
			const html = await options?.transformPageChunk?.({ html: '<html lang="%lang%" dir="%dir%">', done: true });
			return new Response(`${html}${at.locals.person?.login ?? 'nobody'}`);
		}) as unknown as Input['resolve']
	});
	return { response, text: await response.text(), locals: event.locals, set };
}

describe('every request', () => {
	it.each([
		null,
		'null',
		'https://evil.test',
		'http://learn.test.evil.test',
		'https://learn.test',
		'http://learn.test:81'
	])('but a reading one is refused with the Origin %j, whatever it carries', async (origin) => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
			for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined])
				expect((await request({ method, origin, type })).response.status).toBe(403);
	});

	it('of our own pages goes through, and reading ones from anywhere', async () => {
		expect((await request({ method: 'POST', origin: 'http://learn.test' })).response.status).toBe(200);
		expect((await request({ origin: 'https://evil.test' })).response.status).toBe(200);
	});

	it('is known by its session, and a made-up one is nobody’s', async () => {
		const { session } = await newPerson(app, 'ana');
		expect((await request({ cookie: `alongside-session=${session.id}` })).text).toContain('ana');
		expect((await request({ cookie: `alongside-session=${session.id}x` })).text).toContain('nobody');
		expect((await request({ cookie: 'alongside-session=' })).text).toContain('nobody');
	});

	it('is answered in the language asked for, written the right way', async () => {
		expect((await request({})).text).toContain('lang="en" dir="ltr"');
		expect((await request({ cookie: 'alongside-language=ar-XB' })).text).toContain('lang="ar-XB" dir="rtl"');
	});

	it('is answered with headers that keep it safe, and never from a cache', async () => {
		const { session } = await newPerson(app, 'ben');
		const { response } = await request({ cookie: `alongside-session=${session.id}`, url: 'https://learn.test/' });
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cache-control': 'no-store',
			'strict-transport-security': expect.any(String)
		});
		expect((await request({})).response.headers.get('strict-transport-security')).toBeNull();
	});

	it('renews a session that is half over, out of reach of scripts', async () => {
		const { session } = await newPerson(app, 'cem');
		const soon = Date.now() + 10 * 24 * 60 * 60 * 1000;
		app.store.client.prepare('update sessions set expires_at = ? where person_id is not null').run(soon);
		const { set } = await request({ cookie: `alongside-session=${session.id}`, url: 'https://learn.test/' });
		expect(set).toEqual([
			['alongside-session', session.id, { path: '/', httpOnly: true, sameSite: 'lax', secure: true }]
		]);
	});
});

describe('an unexpected error', () => {
	const told = (error: unknown) =>
		handleError({ kind: 'unknown', error, event: {} } as unknown as Parameters<typeof handleError>[0]);

	it('is shown as an id and nothing else, and reported under it', async () => {
		const secret = new Error('what a learner wrote');
		expect(await told(secret)).toEqual({ message: 'Internal error', id: expect.stringMatching(/^[a-z2-7]{8}$/) });
		expect(app.errors).toContain(secret);
	});

	it('of a database that is busy asks to try later', async () => {
		const busy = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });
		expect(await told(busy)).toMatchObject({ status: 503 });
	});

	it('is logged without what a learner wrote', async () => {
		const { personId } = await newPerson(app, 'dag');
		await keepNote(app, personId, { moduleTitle: 'A', prompt: 'B', text: 'my very own words' });
		const note = app.store.db.select().from(journal).get()!;
		let thrown: unknown;
		try {
			app.store.db.insert(journal).values(note).run();
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(Error);
		expect(loggable(thrown)).toContain('SQLITE_CONSTRAINT');
		expect(loggable(thrown)).not.toContain('my very own words');
		let unreadable: unknown;
		try {
			JSON.parse('my very own words');
		} catch (error) {
			unreadable = error;
		}
		expect(loggable(unreadable)).toMatch(/SyntaxError[^]*hooks\.server\.test/);
		expect(loggable(unreadable)).not.toContain('my very');
		const wrapped = new Error('Failed query: insert into "journal"\nparams: a,b,my very own words\nand more of them', {
			cause: thrown
		});
		expect(loggable(wrapped)).toContain('Failed query');
		expect(loggable(wrapped)).not.toMatch(/very own words|more of them/);
	});
});

describe('routes', () => {
	const folder = join(import.meta.dirname, 'routes');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		/\+(server|page\.server|layout\.server)\.ts$/.test(name)
	);

	it('are there to be looked at', () => {
		expect(files.length).toBeGreaterThan(5);
	});

	it.each(files)('%s says for each of its handlers who may use it', (name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const methods =
			text.match(/^export (const|async function|function) (load|GET|POST|PUT|PATCH|DELETE|HEAD|fallback)\b/gm) ?? [];
		const actions = /export const actions[^=]*= \{([^]*?)^\}/m.exec(text)?.[1] ?? '';
		const handlers = methods.length + (actions.match(/^\t['\w-]+(: (async )?\(|\(|: async|: [\w]+\()/gm) ?? []).length;
		const said = text.match(/\b(anyone|require(Owner|Person|Administrator)\w*)\(/g) ?? [];
		expect(handlers).toBeGreaterThan(0);
		expect(said.length).toBeGreaterThanOrEqual(handlers);
	});

	// The packages' page reads its own form.
	it.each(files.filter((name) => !name.includes('packages')))('%s reads forms by readForm, or none', (name) => {
		expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/\.formData\(/);
	});

	it.each([
		['/modules/x?y=1', '/modules/x?y=1'],
		['//evil.test', '/'],
		['/\\evil.test', '/'],
		['https://evil.test', '/'],
		['javascript:alert(1)', '/'],
		['/a\nb', '/'],
		['/%E2%82%AC', '/%E2%82%AC'],
		['/€', '/'],
		['/a b', '/'],
		['', '/'],
		[null, '/']
	])('send somebody who asked for %j to %j after signing in', (then, place) => {
		expect(safeReturn(then)).toBe(place);
	});
});
