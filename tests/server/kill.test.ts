import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Entry } from '#lib/scenario/module.ts';
import type { LoadPlan } from './load-plan.ts';
import { startDecisionServer } from './start-decision-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plays until the server is gone; what was acknowledged, in order. */
async function playUntilGone(
	plan: LoadPlan,
	learner: LoadPlan['learners'][number],
	tell: () => void
): Promise<Entry[]> {
	const kept: Entry[] = [];
	const lap: Entry[] = [...plan.way, { rewind: 0 }];
	const origin = `http://127.0.0.1:${plan.port}`;
	for (;;) {
		const entry = lap[kept.length % lap.length]!;
		let status: number;
		try {
			const answer = await fetch(`${origin}/api/attempts/${learner.attemptId}/decisions`, {
				method: 'POST',
				headers: { origin, cookie: learner.cookie, 'content-type': 'application/json' },
				body: JSON.stringify({ sequence: kept.length, revision: plan.revision, entries: [entry] })
			});
			await answer.text();
			status = answer.status;
		} catch {
			return kept; // the server was killed
		}
		if (status !== 200) throw new Error(`The server answered ${status} to entry ${kept.length}`);
		kept.push(entry);
		tell();
	}
}

/** Kills a server in the middle of a load so many times, on one database; how many decisions were acknowledged. */
async function killed(file: string, times: number): Promise<number> {
	let total = 0;
	for (let round = 0; round < times; round += 1) {
		const { child, plan, ended } = await startDecisionServer({ file, learners: 8 });
		let acknowledged = 0;
		const killAfter = 20 + 37 * round;
		const tell = () => {
			acknowledged += 1;
			if (acknowledged === killAfter) child.kill('SIGKILL');
		};
		const kept = await Promise.all(plan.learners.map((learner) => playUntilGone(plan, learner, tell)));
		await ended;
		expect(acknowledged).toBeGreaterThanOrEqual(killAfter);

		const database = new Database(file);
		for (const [index, { attemptId }] of plan.learners.entries()) {
			const rows = database
				.prepare('select entry from decisions where attempt_id = ? order by sequence')
				.all(attemptId) as { entry: string }[];
			const stored = rows.map(({ entry }) => JSON.parse(entry) as Entry);
			// One more may be there: committed, but killed before it could be acknowledged.
			expect(stored.slice(0, kept[index]!.length)).toEqual(kept[index]);
			expect(stored.length - kept[index]!.length).toBeLessThanOrEqual(1);
		}
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(database.pragma('foreign_key_check')).toEqual([]);
		database.close();
		total += acknowledged;
	}
	return total;
}

describe('a server that is killed during load', () => {
	it('has every acknowledged decision, twenty times over', { timeout: 240_000 }, async () => {
		const totals = await Promise.all(['a', 'b'].map((name) => killed(join(folder, `${name}.db`), 10)));
		expect(totals[0]! + totals[1]!).toBeGreaterThan(2_000);
	});
});
