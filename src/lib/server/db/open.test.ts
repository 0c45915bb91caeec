import Database from 'better-sqlite3';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newPerson } from '../../../../tests/support/people.ts';
import { testApp } from '../../../../tests/support/test-app.ts';
import { migrations } from '../../../../tests/support/migrations.ts';
import { answerDecisions } from '../answer-decisions.ts';
import { openAttempt, readAttempt } from '../attempts.ts';
import { withdrawInvitation } from '../setup-links.ts';
import { saveSiteSettings } from '../site-settings.ts';
import { isStoreUnavailable, openStore } from './open.ts';
import { attempts, decisions } from './schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the store', () => {
	it('commits to the disk before it says so, and checks references', () => {
		const store = openStore({ file: join(folder, 'pragmas.db'), migrations });
		const pragma = (name: string) => store.client.pragma(name, { simple: true });
		// 2 is FULL: every commit is synced. Source: SQLite, PRAGMA synchronous.
		expect(pragma('synchronous')).toBe(2);
		expect(pragma('journal_mode')).toBe('wal');
		expect(pragma('foreign_keys')).toBe(1);
		expect(pragma('busy_timeout')).toBeGreaterThan(0);
		store.close();
	});

	it('opens a database that is there already without changing it', () => {
		const file = join(folder, 'twice.db');
		openStore({ file, migrations }).close();
		const store = openStore({ file, migrations });
		expect(store.client.pragma('integrity_check', { simple: true })).toBe('ok');
		store.close();
	});

	it('says which file cannot be opened', () => {
		expect(() => openStore({ file: folder, migrations })).toThrow(`${folder}: the database could not be opened`);
	});

	it('lets no decision be changed, and none stand without its attempt', async () => {
		const app = await testApp();
		const { owner } = await newPerson(app, 'ana');
		const attempt = await openAttempt(app, owner, 'sample-course', 'sample');
		const entry = { scene: 'first', choice: 'ask' };
		app.store.db.insert(decisions).values({ attemptId: attempt!.id, sequence: 0, entry }).run();
		expect(() => app.store.db.update(decisions).set({ sequence: 1 }).run()).toThrow(/append-only/);
		expect(() => app.store.db.insert(decisions).values({ attemptId: 'nobody', sequence: 0, entry }).run()).toThrow();
		expect(() => app.store.db.update(attempts).set({ guestId: null, personId: null }).run()).toThrow();
	});
});

describe('a database that cannot be written', () => {
	async function begun(file: string) {
		const app = await testApp({ store: { file: join(folder, file), busyTimeoutMs: 20 } });
		const { owner } = await newPerson(app, 'ana');
		const attempt = (await openAttempt(app, owner, 'sample-course', 'sample'))!;
		const post = (sequence: number, entries: object[] = [{ scene: 'first', choice: 'ask' }]) =>
			answerDecisions(app, owner, attempt.id, JSON.stringify({ sequence, revision: attempt.revision, entries }));
		return { app, owner, attempt, post };
	}
	const unavailable = { status: 503, body: { reason: 'unavailable' }, retryAfterSeconds: expect.any(Number) };

	it('answers 503 with a time to try again while it is locked, and takes the same post afterwards', async () => {
		const { app, owner, attempt, post } = await begun('locked.db');
		const other = new Database(join(folder, 'locked.db'));
		other.exec('begin immediate');
		expect(await post(0)).toEqual(unavailable);
		// Reading goes on meanwhile.
		expect((await readAttempt(app, owner, attempt.id))?.entries).toEqual([]);
		other.exec('rollback');
		other.close();
		expect(await post(0)).toMatchObject({ status: 200, body: { sequence: 1 } });
		app.close();
	});

	it('answers 503 while it is full, keeps what was acknowledged, and forgets what was not', async () => {
		const { app, owner, attempt, post } = await begun('full.db');
		expect((await post(0)).status).toBe(200);
		const pages = app.store.client.pragma('page_count', { simple: true });
		app.store.client.pragma(`max_page_count = ${Number(pages)}`);
		let sequence = 1;
		let status = 200;
		for (; status === 200 && sequence < 1500; sequence += 2) {
			const body = {
				sequence,
				revision: attempt.revision,
				entries: [{ rewind: 0 }, { scene: 'first', choice: 'ask' }]
			};
			status = (await answerDecisions(app, owner, attempt.id, JSON.stringify(body))).status;
		}
		expect(status).toBe(503);
		expect(app.positions.get(attempt.id)).toBeUndefined();
		expect((await readAttempt(app, owner, attempt.id))?.entries).toHaveLength(sequence - 2);
		app.store.client.pragma('max_page_count = 1000000');
		const body = { sequence: sequence - 2, revision: attempt.revision, entries: [{ rewind: 0 }] };
		expect((await answerDecisions(app, owner, attempt.id, JSON.stringify(body))).status).toBe(200);
		app.close();
	});

	it('answers 503 while it is read-only', async () => {
		const { app, post } = await begun('read-only.db');
		app.store.client.pragma('query_only = on');
		expect(await post(0)).toEqual(unavailable);
		app.store.client.pragma('query_only = off');
		expect((await post(0)).status).toBe(200);
		app.close();
	});

	it.each([
		['deleted', (file: string) => rmSync(file)],
		[
			'replaced by another',
			(file: string) => {
				openStore({ file: `${file}.other`, migrations }).close();
				renameSync(`${file}.other`, file);
			}
		]
	])('answers 503 when its file was %s under it: what it took would be gone at the next start', async (how, lose) => {
		const name = `${how.split(' ')[0]}.db`;
		const { app, post } = await begun(name);
		expect((await post(0)).status).toBe(200);
		renameSync(join(folder, name), join(folder, `${name}.kept`));
		expect(await post(1, [{ rewind: 0 }])).toEqual(unavailable);
		renameSync(join(folder, `${name}.kept`), join(folder, name));
		expect((await post(1, [{ rewind: 0 }])).status).toBe(200);
		lose(join(folder, name));
		expect(await post(2)).toEqual(unavailable);
		await expect(saveSiteSettings(app, { guests: false })).rejects.toSatisfy(isStoreUnavailable);
		await expect(withdrawInvitation(app, 'any')).rejects.toSatisfy(isStoreUnavailable);
		app.close();
	});

	it('tells such errors from others, also when they are wrapped', () => {
		const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY_SNAPSHOT' });
		expect(isStoreUnavailable(new Error('Failed query', { cause: busy }))).toBe(true);
		expect(isStoreUnavailable(Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }))).toBe(false);
		expect(isStoreUnavailable('SQLITE_BUSY')).toBe(false);
	});
});
