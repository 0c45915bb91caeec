import { beforeEach, describe, expect, it } from 'vitest';
import { compileSample } from '../../../../tests/support/compile-sample.ts';
import { launched, newDevice, settled, testLrs, type TestLaunch } from '../../../../tests/support/launched.ts';
import { sampleFile } from '../../../../tests/support/sample-file.ts';
import type { Lrs } from '#lib/lms/lrs.ts';
import type { LrsRequest } from '#lib/lms/xapi/http.ts';
import { readStatement } from '#lib/lms/xapi/statement-rules.ts';

const module = compileSample(sampleFile());
const [ask, sorted, ...rest] = module.script;
const xapi: TestLaunch = {
	settings: { profile: 'xapi', activityId: 'urn:alongside:module:sample-course:sample' }
};

let lrs: Lrs;
beforeEach(() => {
	lrs = testLrs();
});
const verbs = () => lrs.statements.map((one) => readStatement(one).verb);
const isStatement = ({ path }: LrsRequest) => path === 'statements';
const isState = ({ path, query, method }: LrsRequest) =>
	path === 'activities/state' && !query['stateId']?.startsWith('LMS.') && method === 'PUT';

describe('a launch', () => {
	it('makes at most ten requests before the learner does anything, on return as well', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		expect(lrs.requests.length).toBeLessThanOrEqual(10);
		await first.decide(ask!);
		const before = lrs.requests.length;
		await launched(lrs, module, { device });
		expect(lrs.requests.length - before).toBeLessThanOrEqual(10);
	});

	it('resumes on another device where it was, with what was earned', async () => {
		const first = await launched(lrs, module, { passingScaled: 0.5 });
		for (const decision of module.script) await first.decide(decision);
		const again = await launched(lrs, module, { passingScaled: 0.5 });
		expect(again.saved).toMatchObject({ entries: module.script, notice: null, result: { success: true } });
		expect(again.saved?.result?.scaled).toBe(first.progress().result?.scaled);
	});

	it('in another registration is another attempt, on the same device too', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		await first.decide(ask!);
		const other = await launched(lrs, module, { device, settings: { registration: 'another' } });
		expect(other.saved).toBeNull();
	});

	it('goes on after a tab was killed: no decision lost, and the session simply begins anew', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		await first.decide(ask!);
		await first.decide(sorted!);
		const again = await launched(lrs, module, { device });
		expect(again.saved?.entries).toEqual([ask, sorted]);
		await again.decide(rest[0]!);
		expect(lrs.faults).toEqual([]);
	});

	it('resumes in the edited module: what is gone is left out, the rest stands', async () => {
		const first = await launched(lrs, module);
		await first.decide(ask!);
		const edited = compileSample({ ...sampleFile(), summary: 'Edited.' });
		const again = await launched(lrs, edited);
		expect(again.saved).toMatchObject({ entries: [ask], notice: 'changed' });
	});
});

describe('finishing without a passing score', () => {
	it('completes, and says nothing of success or score', async () => {
		const opened = await launched(lrs, module);
		for (const decision of module.script) await opened.decide(decision);
		await opened.tracker.leave?.(opened.progress());
		expect(verbs()).toEqual(['initialized', 'progressed', 'completed', 'terminated']);
	});

	it.each([
		['the export wants it', { doneStatus: 'passed' }],
		['nothing else satisfies the LMS', { settings: { moveOn: 'CompletedAndPassed' } }]
	] satisfies [string, TestLaunch][])('passes as well where %s', async (_why, options) => {
		const opened = await launched(lrs, module, options);
		for (const decision of module.script) await opened.decide(decision);
		expect(verbs()).toEqual(expect.arrayContaining(['completed', 'passed']));
		expect(lrs.statements.every((one) => readStatement(one).score === null)).toBe(true);
	});
});

describe('decisions as statements', () => {
	it('are sent only where the export asked for it', async () => {
		const opened = await launched(lrs, module);
		await opened.decide(ask!);
		expect(verbs()).not.toContain('responded');
	});

	it('name scene and choice readably, and leave out what can be skipped', async () => {
		const opened = await launched(lrs, module, { interactions: true });
		for (const decision of module.script) await opened.decide(decision);
		const said = lrs.statements.filter((one) => readStatement(one).verb === 'responded');
		expect(said.map(({ object, result }) => [(object as { id: string }).id, result])).toEqual([
			['urn:alongside:scene:sample-course:sample:first', { response: 'ask' }],
			['urn:alongside:scene:sample-course:sample:sorting', { response: expect.stringContaining('lifts[.]') as string }],
			['urn:alongside:scene:sample-course:sample:last', { response: 'stay' }]
		]);
		expect(JSON.stringify(said)).toContain('"description":{"en":"Ask."}');
		expect(lrs.faults).toEqual([]);
	});
});

describe('a store in trouble', () => {
	it.each([
		['gives no answer', { kind: 'silent' }],
		['answers 401', { kind: 'status', status: 401 }],
		['answers 409', { kind: 'status', status: 409 }],
		['answers 429', { kind: 'status', status: 429, retryAfterSeconds: 30 }],
		['answers 500', { kind: 'status', status: 500 }]
	] as const)(
		'that %s: the learner goes on, it is not saved yet, and is sent later in order',
		async (_what, trouble) => {
			const opened = await launched(lrs, module, { passingScaled: 0.5 });
			const heard: string[] = [];
			opened.tracker.onLaterSave?.(({ kind }) => heard.push(kind));
			lrs.trouble(trouble);
			for (const decision of module.script) expect(await opened.decide(decision)).toEqual({ kind: 'waiting' });
			expect(opened.tracker.isWaiting()).toBe(true);
			if ('retryAfterSeconds' in trouble) expect(opened.retryInMs()).toBeGreaterThanOrEqual(30_000);
			lrs.trouble(null);
			await opened.tryAgain();
			expect(heard).toEqual(['kept']);
			expect(verbs()).toEqual(['initialized', 'progressed', 'completed', 'passed']);
			expect(lrs.faults).toEqual([]);
		}
	);

	it('when the tab is closed meanwhile: the next launch says what was earned, under its own session, once', async () => {
		const device = newDevice();
		const opened = await launched(lrs, module, { device });
		lrs.trouble({ kind: 'silent' });
		for (const decision of module.script) await opened.decide(decision);
		opened.tracker.end();
		await settled();
		lrs.trouble(null);
		const again = await launched(lrs, module, { device });
		expect(again.saved).toMatchObject({ entries: module.script });
		expect(verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('never sends what waits to another store’s registration or for another person', async () => {
		const device = newDevice();
		const opened = await launched(lrs, module, { device });
		lrs.trouble({ kind: 'silent' });
		for (const decision of module.script) await opened.decide(decision);
		lrs.trouble(null);
		const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-8' } };
		await launched(lrs, module, { device, settings: { actor } });
		await launched(lrs, module, { device, settings: { registration: 'another' } });
		expect(verbs()).toEqual(['initialized', 'initialized', 'initialized']);
	});

	it('that took a statement and lost the answer: the statement is there once', async () => {
		const opened = await launched(lrs, module);
		for (const decision of module.script.slice(0, -1)) await opened.decide(decision);
		const real = lrs.answer;
		lrs.answer = (request) => {
			const answer = real(request);
			return request.path === 'statements' ? null : answer;
		};
		expect(await opened.decide(module.script.at(-1)!)).toEqual({ kind: 'waiting' });
		lrs.answer = real;
		await opened.tryAgain();
		expect(verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
		expect(opened.tracker.isWaiting()).toBe(false);
	});

	it('that forgets: the next launch goes on from the device and says so', async () => {
		const device = newDevice();
		const opened = await launched(lrs, module, { device });
		lrs.trouble({ kind: 'forgets' });
		await opened.decide(ask!);
		lrs.trouble(null);
		const again = await launched(lrs, module, { device });
		expect(again.saved).toMatchObject({ entries: [ask], notice: 'lost' });
	});

	it('whose document another page changed: it is read again and written once more, and nothing told is said twice', async () => {
		const mine = await launched(lrs, module, xapi);
		await mine.decide(ask!);
		const theirs = await launched(lrs, module, xapi);
		for (const decision of module.script.slice(1)) await theirs.decide(decision);
		expect(await mine.decide(sorted!)).toEqual({ kind: 'kept' });
		for (const decision of rest) await mine.decide(decision);
		expect(verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
	});

	it.each([
		['not be reached', () => true],
		['not give the attempt', ({ query }: LrsRequest) => query['stateId'] === 'alongside.attempt']
	])('that could %s at first and then has another way: the learner chooses between the two', async (_what, only) => {
		const first = await launched(lrs, module);
		await first.decide(ask!);
		await first.decide(sorted!);
		lrs.trouble({ kind: 'status', status: 500 }, only);
		const again = await launched(lrs, module);
		expect(again.saved).toBeNull();
		lrs.trouble(null);
		expect(await again.decide({ scene: 'first', choice: 'tell' })).toEqual({
			kind: 'conflict',
			entries: [ask, sorted]
		});
		const chosen = { ...again.progress(), entries: [ask!, sorted!] };
		expect(await again.tracker.settle?.('theirs', chosen)).toEqual({ kind: 'kept' });
		expect((await launched(lrs, module)).saved?.entries).toEqual([ask, sorted]);
	});

	it('in which only documents fail: statements go on, and the other way round', async () => {
		const opened = await launched(lrs, module, { interactions: true });
		lrs.trouble({ kind: 'status', status: 500 }, isState);
		expect(await opened.decide(ask!)).toEqual({ kind: 'waiting' });
		expect(verbs()).toContain('responded');
		lrs.trouble({ kind: 'status', status: 500 }, isStatement);
		await opened.decide(sorted!);
		lrs.trouble(null);
		expect((await launched(lrs, module)).saved?.entries).toEqual([ask, sorted]);
	});
});

describe('the fetch address', () => {
	it('is not asked again when the page is loaded anew: the token is the one that was kept', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		await first.decide(ask!);
		first.tracker.end();
		const again = await launched(lrs, module, { device, again: first.search });
		expect(again.saved?.entries).toEqual([ask]);
		expect(await again.decide(sorted!)).toEqual({ kind: 'kept' });
		expect(lrs.requests.filter(({ request }) => request.path === 'fetch')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('that was used already (error-code 1): plays on, says that it is not saved yet, and the next launch sends it', async () => {
		const device = newDevice();
		const first = await launched(lrs, module);
		const reused = await launched(lrs, module, { device, again: first.search });
		expect(reused.refusals).toEqual(['fetch error-code 1 (the token was given already)']);
		expect(reused.tracker.isWaiting()).toBe(true);
		for (const decision of module.script) expect(await reused.decide(decision)).toEqual({ kind: 'waiting' });
		const next = await launched(lrs, module, { device });
		expect(next.saved?.entries).toEqual(module.script);
		expect(verbs()).toEqual(['initialized', 'initialized', 'completed']);
	});

	it('that fails for a moment is asked again', async () => {
		lrs.trouble({ kind: 'status', status: 500 });
		const opened = await launched(lrs, module);
		expect(await opened.decide(ask!)).toEqual({ kind: 'waiting' });
		lrs.trouble(null);
		await opened.tryAgain();
		expect(opened.tracker.isWaiting()).toBe(false);
		expect(verbs()).toEqual(['initialized']);
	});

	it('of a session that has ended gives nothing: what is done on the page that was left waits for the next launch', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		for (const decision of module.script) await first.decide(decision);
		first.tracker.end();
		await settled();
		const back = await launched(lrs, module, { device, again: first.search });
		expect(await back.tracker.save(back.progress())).toEqual({ kind: 'waiting' });
		expect(lrs.faults).toEqual([]);
		expect((await launched(lrs, module, { device })).saved?.entries).toEqual(module.script);
	});
});

describe('leaving', () => {
	it('by closing the page after an ending ends the session in one request that outlives it', async () => {
		const opened = await launched(lrs, module);
		for (const decision of module.script) await opened.decide(decision);
		opened.tracker.end();
		await settled();
		expect(verbs().at(-1)).toBe('terminated');
		expect(opened.tracker.isEnded()).toBe(true);
	});

	it('by closing the page in the middle leaves the session open, since the page may only be loaded anew', async () => {
		const opened = await launched(lrs, module);
		await opened.decide(ask!);
		opened.tracker.end();
		await settled();
		expect(verbs()).toEqual(['initialized']);
		expect(opened.tracker.isEnded()).toBe(false);
	});

	it('by the button in the middle says how far one came', async () => {
		const opened = await launched(lrs, module);
		await opened.decide({ scene: 'first', choice: 'tell' });
		await opened.tracker.leave?.(opened.progress());
		expect(verbs()).toEqual(['initialized', 'terminated']);
		expect(readStatement(lrs.statements.at(-1)!).progress).toBe(0);
	});

	it('says failed in the end once, and again only for a better score', async () => {
		const device = newDevice();
		const poor = [{ scene: 'first', choice: 'tell' }, { scene: 'repair', choice: 'sorry' }, sorted!, ...rest];
		const options = { device, passingScaled: 1, settings: { masteryScore: 1 } };
		const first = await launched(lrs, module, options);
		for (const decision of poor) await first.decide(decision);
		first.tracker.end();
		await settled();
		expect(verbs().slice(-2)).toEqual(['failed', 'terminated']);
		const again = await launched(lrs, module, options);
		await again.tracker.leave?.(again.progress());
		expect(verbs().filter((verb) => verb === 'failed')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});
});

describe('an xAPI package', () => {
	it('says what cmi5 says without its categories, and suspended where it is left in the middle', async () => {
		const opened = await launched(lrs, module, xapi);
		await opened.decide(ask!);
		await opened.tracker.leave?.(opened.progress());
		expect(verbs()).toEqual(['initialized', 'suspended']);
		const again = await launched(lrs, module, xapi);
		for (const decision of module.script.slice(1)) await again.decide(decision);
		await again.tracker.leave?.(again.progress());
		expect(verbs().slice(2)).toEqual(['initialized', 'progressed', 'completed', 'terminated']);
		expect(lrs.statements.every((one) => readStatement(one).categories.length === 0)).toBe(true);
		expect(lrs.faults).toEqual([]);
	});

	it('sends what waited as it was, with its own moment, before it begins anew', async () => {
		const device = newDevice();
		const opened = await launched(lrs, module, { ...xapi, device });
		lrs.trouble({ kind: 'silent' });
		for (const decision of module.script) await opened.decide(decision);
		opened.tracker.end();
		await settled();
		lrs.trouble(null);
		await launched(lrs, module, { ...xapi, device });
		expect(verbs()).toEqual(['initialized', 'progressed', 'completed', 'terminated', 'initialized']);
	});
});
