import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryModule, arbitraryPicks, playedBy } from '../../../tests/support/arbitrary-module.ts';
import { memoryStorage } from '../../../tests/support/memory-storage.ts';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { newPerson } from '../../../tests/support/people.ts';
import { sampleCourse } from '../../../tests/support/sample-course.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { siteInProcess, type Fault } from '../../../tests/support/site-in-process.ts';
import { testApp } from '../../../tests/support/test-app.ts';
import { sampleWay } from '../../../tests/server/sample-way.ts';
import { oursAfterTheirs } from '#lib/player/merge-logs.ts';
import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { wayInForce } from '#lib/scenario/way.ts';
import { openAttempt, readAttempt } from '#lib/server/attempts.ts';
import type { Owner } from '#lib/server/owner.ts';
import { httpTracker } from './http.ts';
import { forgetWaiting, moveWaiting, openQueue } from './queue.ts';
import { sendWaiting } from './send-waiting.ts';
import type { SaveState } from './tracker.ts';

const sample = compileSample(sampleFile());
const way = sampleWay(sample);
const progress = (entries: Entry[]) => ({ entries, result: null, place: '' });

/** A site with one attempt of Ana's, a browser that reaches it or not, and pages of it. */
async function browser(module: PlayModule = sample) {
	const app = await testApp({ courses: [sampleCourse([module])] });
	const { owner } = await newPerson(app, 'ana');
	const attemptId = (await openAttempt(app, owner, 'sample-course', module.id))!.id;
	const site = siteInProcess(app, owner);
	const storage = memoryStorage();
	let pages = 0;
	const account = `person:${owner.id}`;
	const page = (options: { module?: PlayModule; storage?: Storage | null; as?: string } = {}) => {
		const timers: (() => void)[] = [];
		const returns = new Set<() => void>();
		const queue = openQueue(
			options.storage === undefined ? storage : options.storage,
			options.as ?? account,
			`page-${(pages += 1)}`
		);
		const tracker = httpTracker({
			attemptId,
			module: options.module ?? module,
			saved: null,
			queue,
			fetch: site.fetch,
			clock: {
				after: (_ms, run) => {
					timers.push(run);
					return () => void timers.splice(timers.indexOf(run) >>> 0, 1);
				},
				onReturn: (run) => {
					returns.add(run);
					return () => returns.delete(run);
				},
				chance: () => 0
			}
		});
		const heard: SaveState[] = [];
		tracker.onLaterSave?.((state) => heard.push(state));
		const settled = async () => {
			for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
		};
		return {
			tracker,
			heard,
			queue,
			timers,
			/** The connection is back, or the page is looked at again. */
			comeBack: async () => {
				for (const run of [...returns]) run();
				await settled();
			},
			tick: async () => {
				for (const run of timers.splice(0)) run();
				await settled();
			},
			settled
		};
	};
	const log = async (as: Owner = owner) => (await readAttempt(app, as, attemptId))?.entries;
	return { app, owner, account, attemptId, site, storage, page, log };
}

describe('the tracker of our own site', () => {
	it('keeps each decision on the server and opens with it elsewhere', async () => {
		const { page, log } = await browser();
		const { tracker } = page();
		expect(await tracker.open()).toEqual({ entries: [], result: null, mode: 'normal', notice: null });
		expect(await tracker.save(progress(way.slice(0, 1)))).toEqual({ kind: 'kept' });
		expect(await tracker.save(progress(way))).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(way);
		const elsewhere = await page({ storage: memoryStorage() }).tracker.open();
		expect(elsewhere).toMatchObject({ entries: way, result: { ending: expect.any(String) } });
	});

	it('waits on this device without a connection, and sends in order when it is back', async () => {
		const { page, log, site, storage } = await browser();
		const first = page();
		await first.tracker.open();
		site.fault = 'offline';
		expect(await first.tracker.save(progress(way.slice(0, 1)))).toEqual({ kind: 'waiting' });
		expect(await first.tracker.save(progress(way.slice(0, 3)))).toEqual({ kind: 'waiting' });
		await first.tick();
		expect(await log()).toEqual([]);
		site.fault = null;
		await first.comeBack();
		expect(first.heard.at(-1)).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(way.slice(0, 3));
		expect(storage.length).toBe(0);
	});

	it('tries again by itself, also while the database is locked', async () => {
		const { page, log, site } = await browser();
		const { tracker, tick, heard } = page();
		await tracker.open();
		site.fault = 503;
		expect(await tracker.save(progress(way.slice(0, 1)))).toEqual({ kind: 'waiting' });
		site.fault = null;
		await tick();
		expect(heard.at(-1)).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(way.slice(0, 1));
	});

	it('sends what an earlier page left, when the module is opened again', async () => {
		const { page, log, site, storage } = await browser();
		const before = page();
		await before.tracker.open();
		await before.tracker.save(progress(way.slice(0, 1)));
		site.fault = 'offline';
		await before.tracker.save(progress(way.slice(0, 3)));
		// The window is closed here.
		site.fault = null;
		const after = page();
		expect((await after.tracker.open())?.entries).toEqual(way.slice(0, 3));
		await after.settled();
		expect(after.heard).toEqual([{ kind: 'kept' }]);
		expect(await log()).toEqual(way.slice(0, 3));
		expect(storage.length).toBe(0);
	});

	it('has a decision on the device before it is sent: a killed window loses nothing', async () => {
		const { page, log, site } = await browser();
		const killed = page();
		await killed.tracker.open();
		site.fault = 'never-answers';
		void killed.tracker.save(progress(way.slice(0, 1)));
		site.fault = null;
		const after = page();
		expect((await after.tracker.open())?.entries).toEqual(way.slice(0, 1));
		await after.settled();
		expect(await log()).toEqual(way.slice(0, 1));
	});

	it('says plainly when it is kept neither on the server nor on the device', async () => {
		const { page, site } = await browser();
		const { tracker } = page({ storage: null });
		await tracker.open();
		site.fault = 'offline';
		expect(await tracker.save(progress(way.slice(0, 1)))).toEqual({ kind: 'failed' });
		site.fault = null;
		expect(await tracker.save(progress(way.slice(0, 2)))).toEqual({ kind: 'kept' });
	});

	it.each(['ours', 'theirs'] as const)('shows the other tab’s way and keeps %s when asked to', async (keep) => {
		const { page, log } = await browser();
		const [left, right] = [page(), page()];
		await left.tracker.open();
		await right.tracker.open();
		await left.tracker.save(progress(way.slice(0, 2)));
		const ours: Entry[] = [way[0]!, { rewind: 0 }, way[0]!];
		const state = await right.tracker.save(progress(ours));
		expect(state).toEqual({ kind: 'conflict', entries: way.slice(0, 2) });
		const next = keep === 'theirs' ? way.slice(0, 2) : oursAfterTheirs(way.slice(0, 2), ours);
		expect(await right.tracker.settle?.(keep, progress(next))).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(next);
		expect(wayInForce((await log())!)).toEqual(keep === 'theirs' ? way.slice(0, 2) : way.slice(0, 1));
		expect(await right.tracker.save(progress([...next, way[next === way ? 0 : wayInForce(next).length]!]))).toEqual({
			kind: 'kept'
		});
	});

	it('tells of the conflict when an earlier page’s decisions meet another way', async () => {
		const { page, site, log } = await browser();
		const before = page();
		await before.tracker.open();
		site.fault = 'offline';
		await before.tracker.save(progress([way[0]!, way[1]!]));
		site.fault = null;
		const elsewhere = page({ storage: memoryStorage() });
		await elsewhere.tracker.open();
		await elsewhere.tracker.save(progress([way[0]!, { rewind: 0 }]));
		const after = page();
		expect((await after.tracker.open())?.entries).toEqual([way[0], way[1]]);
		await after.settled();
		expect(after.heard).toEqual([{ kind: 'conflict', entries: [way[0], { rewind: 0 }] }]);
		expect(await log()).toEqual([way[0], { rewind: 0 }]);
	});

	it('asks to reload when the module was changed, and then sends what still fits', async () => {
		const { app, page, log } = await browser();
		const { tracker } = page();
		await tracker.open();
		await tracker.save(progress(way.slice(0, 1)));
		const edited = compileSample({ ...sampleFile(), title: 'Edited' });
		await app.serve([sampleCourse([edited])]);
		expect(await tracker.save(progress(way.slice(0, 2)))).toEqual({ kind: 'module-changed' });
		const after = page({ module: edited });
		expect(await after.tracker.open()).toMatchObject({ entries: way.slice(0, 2), notice: 'changed' });
		await after.settled();
		expect(await log()).toEqual(way.slice(0, 2));
	});

	it('says signed out, keeps what waits, and sends it once signed in again', async () => {
		const { page, log, site, owner } = await browser();
		const { tracker, comeBack, heard } = page();
		await tracker.open();
		site.owner = null;
		expect(await tracker.save(progress(way.slice(0, 1)))).toEqual({ kind: 'signed-out' });
		site.owner = owner;
		await comeBack();
		expect(heard.at(-1)).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(way.slice(0, 1));
	});

	it('sends the rest again when the server has less than it had', async () => {
		const { app, page, log, attemptId } = await browser();
		const { tracker } = page();
		await tracker.open();
		await tracker.save(progress(way.slice(0, 2)));
		app.store.client.prepare('delete from decisions where attempt_id = ? and sequence = 1').run(attemptId);
		app.positions.clear();
		expect(await tracker.save(progress(way.slice(0, 3)))).toEqual({ kind: 'kept' });
		expect(await log()).toEqual(way.slice(0, 3));
	});

	it('hands over what is left when the page goes away', async () => {
		const { page, log, site } = await browser();
		const { tracker, settled } = page();
		await tracker.open();
		site.fault = 'offline';
		await tracker.save(progress(way.slice(0, 1)));
		site.fault = null;
		tracker.close(progress(way.slice(0, 2)));
		tracker.close(progress(way.slice(0, 2)));
		await settled();
		expect(await log()).toEqual(way.slice(0, 2));
	});
});

describe('the queue', () => {
	it('is never sent, shown or removed under another account', async () => {
		const { app, page, log, site, storage } = await browser();
		const ana = page();
		await ana.tracker.open();
		site.fault = 'offline';
		await ana.tracker.save(progress(way.slice(0, 1)));
		site.fault = null;
		const { owner } = await newPerson(app, 'ben');
		site.owner = owner;
		const bens = openQueue(storage, `person:${owner.id}`, 'page-of-ben');
		expect(bens.all()).toEqual([]);
		expect(await sendWaiting(site.fetch, bens)).toBe(0);
		for (const { key } of ana.queue.all()) bens.remove(key);
		expect(ana.queue.all()).toHaveLength(1);
		// Even Ana's own page, left open, gets nothing through with Ben's cookie.
		await ana.comeBack();
		expect(ana.heard.at(-1)).toEqual({ kind: 'signed-out' });
		expect(await log()).toEqual([]);
	});

	it('is sent from a page where no module is open', async () => {
		const { page, log, site, storage, account } = await browser();
		const { tracker } = page();
		await tracker.open();
		site.fault = 'offline';
		await tracker.save(progress(way.slice(0, 2)));
		const home = openQueue(storage, account, 'home');
		expect(await sendWaiting(site.fetch, home)).toBe(1);
		site.fault = null;
		expect(await sendWaiting(site.fetch, home)).toBe(0);
		expect(await log()).toEqual(way.slice(0, 2));
		expect(home.all()).toEqual([]);
	});

	it('moves with a guest’s attempts, those alone, and can be forgotten', () => {
		const storage = memoryStorage();
		const guest = openQueue(storage, 'guest:g', 'one');
		const waiting = { attemptId: 'a', revision: 'r', sequence: 0, entries: [{ rewind: 0 }] };
		guest.write(waiting);
		guest.write({ ...waiting, attemptId: 'b' });
		moveWaiting(storage, 'guest:g', 'person:p', ['a']);
		expect(openQueue(storage, 'person:p', 'two').all()).toMatchObject([{ waiting: { attemptId: 'a' } }]);
		expect(guest.all()).toMatchObject([{ waiting: { attemptId: 'b' } }]);
		forgetWaiting(storage, 'guest:g');
		expect(guest.all()).toEqual([]);
	});

	it.each([
		'',
		'{',
		'null',
		'[]',
		'{"format":2}',
		'{"format":1,"attemptId":"a","revision":"r","sequence":-1,"entries":[]}'
	])('passes over %j, which it did not write', (text) => {
		const storage = memoryStorage();
		storage.setItem('alongside/queue/person%3Ap/a/x', text);
		expect(openQueue(storage, 'person:p', 'y').all()).toEqual([]);
	});
});

describe('whatever the network does', () => {
	const faults = fc.array(fc.constantFrom<Fault[]>(null, null, 'offline', 'answer-lost', 503, 'portal'), {
		maxLength: 30
	});

	it('ends with the page’s log on the server, in order and once', async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryModule, arbitraryPicks, faults, fc.nat(5), async (module, picks, trouble, reopenAt) => {
				const { page, log, site } = await browser(module);
				let current = page();
				await current.tracker.open();
				const decided: Entry[] = [];
				const decisions = playedBy(module, picks);
				for (const [index, decision] of decisions.entries()) {
					decided.push(decision);
					if (index % 4 === 3)
						decided.push({ rewind: index - (index % 4) }, ...decisions.slice(index - (index % 4), index + 1));
					site.fault = trouble[index % Math.max(1, trouble.length)] ?? null;
					const state = await current.tracker.save(progress([...decided]));
					expect(['kept', 'waiting']).toContain(state.kind);
					if (state.kind === 'kept') expect(await log()).toEqual(decided);
					if (index === reopenAt) {
						site.fault = null;
						current = page();
						expect((await current.tracker.open())?.entries).toEqual(decided);
					}
				}
				site.fault = null;
				await current.comeBack();
				await current.settled();
				expect(await log()).toEqual(decided);
			}),
			{ numRuns: 40 }
		);
	}, 60_000);
});
