import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isStoreUnavailable } from '#lib/server/db/open.ts';
import { siteSettings } from '#lib/server/db/schema.ts';
import { keepNote, readJournal } from '#lib/server/journal.ts';
import { saveSiteSettings } from '#lib/server/site-settings.ts';
import { newPerson } from '../../../../tests/support/people.ts';
import { testApp } from '../../../../tests/support/test-app.ts';
import { GET } from './+server.ts';

async function site() {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-health-'));
	const file = join(folder, 'alongside.db');
	const app = await testApp({ store: { file, busyTimeoutMs: 10 } });
	const ask = async () => GET({ locals: { app } } as unknown as Parameters<typeof GET>[0]);
	const end = () => {
		app.close();
		rmSync(folder, { recursive: true });
	};
	return { app, file, ask, end };
}

it('says that all is well only while the database can be written', async () => {
	const { file, ask, end } = await site();
	expect(await (await ask()).json()).toEqual({ ok: true, courses: 1 });
	const other = new Database(file);
	other.exec('BEGIN IMMEDIATE');
	await expect(ask()).rejects.toSatisfy(isStoreUnavailable);
	other.close();
	expect((await ask()).status).toBe(200);
	rmSync(file);
	await expect(ask()).rejects.toSatisfy(isStoreUnavailable);
	end();
});

it('says that the disk is full from the first commit that failed of it, and finds out by itself when it no longer is', async () => {
	const { app, ask, end } = await site();
	const { personId } = await newPerson(app, 'ana');
	const keep = () => keepNote(app, personId, { moduleTitle: 'A', prompt: 'B', text: 'x'.repeat(4_000) });
	const pages = Number(app.store.client.pragma('page_count', { simple: true }));
	app.store.client.pragma(`max_page_count = ${pages}`);
	for (;;) if (!(await keep().catch(() => null))) break;
	for (let times = 0; times < 3; times += 1) {
		await expect(ask()).rejects.toSatisfy(isStoreUnavailable);
		await expect(keep()).rejects.toSatisfy(isStoreUnavailable);
		await readJournal(app, personId);
	}
	expect(app.lines).toEqual([expect.stringContaining('SQLITE_FULL: database or disk is full')]);
	app.store.client.pragma(`max_page_count = ${pages + 1000}`);
	expect((await ask()).status).toBe(200);
	expect(app.lines).toEqual([expect.any(String), 'database: it can be written again.']);
	expect(app.store.db.select().from(siteSettings).all()).toEqual([]);
	end();
});

it('takes a commit that succeeds for a sign that all is well, and one that writes nothing for none', async () => {
	const { app, file, ask, end } = await site();
	const other = new Database(file);
	other.exec('BEGIN IMMEDIATE');
	await expect(saveSiteSettings(app, { guests: false })).rejects.toSatisfy(isStoreUnavailable);
	other.exec('ROLLBACK');
	app.store.transact(() => undefined);
	expect(app.lines).toHaveLength(1);
	await saveSiteSettings(app, { guests: false });
	expect(app.lines).toHaveLength(2);
	expect((await ask()).status).toBe(200);
	other.close();
	end();
});
