import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isStoreUnavailable } from '#lib/server/db/open.ts';
import { testApp } from '../../../../tests/support/test-app.ts';
import { GET } from './+server.ts';

it('says that all is well only while the database can be written', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-health-'));
	const file = join(folder, 'alongside.db');
	const app = await testApp({ store: { file, busyTimeoutMs: 10 } });
	const ask = async () => GET({ locals: { app } } as unknown as Parameters<typeof GET>[0]);
	expect(await (await ask()).json()).toEqual({ ok: true, courses: 1 });
	const other = new Database(file);
	other.exec('BEGIN IMMEDIATE');
	await expect(ask()).rejects.toSatisfy(isStoreUnavailable);
	other.close();
	expect((await ask()).status).toBe(200);
	rmSync(file);
	await expect(ask()).rejects.toSatisfy(isStoreUnavailable);
	app.close();
	rmSync(folder, { recursive: true });
});
