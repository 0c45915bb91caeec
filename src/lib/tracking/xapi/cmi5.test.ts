import { beforeEach, describe, expect, it } from 'vitest';
import { compileSample } from '../../../../tests/support/compile-sample.ts';
import { launched, learner, newDevice, settled, testLrs, type TestLaunch } from '../../../../tests/support/launched.ts';
import { sampleFile } from '../../../../tests/support/sample-file.ts';
import type { Lrs } from '#lib/lms/lrs.ts';
import { readStatement } from '#lib/lms/xapi/statement-rules.ts';
import type { Decision } from '#lib/scenario/module.ts';
import { parseCmi5Launch } from './launch.ts';
import type { Json } from './statement.ts';
import { iris } from './vocabulary.ts';

// What cmi5 asks of a module, requirement by requirement, against a store that refuses what breaks one.

const module = compileSample(sampleFile());
const poorWay: Decision[] = [
	{ scene: 'first', choice: 'tell' },
	{ scene: 'repair', choice: 'sorry' },
	{ scene: 'sorting', response: { lifts: 'peer', pills: 'peer', walks: 'other' } },
	...module.script.slice(-2)
];

let lrs: Lrs;
beforeEach(() => {
	lrs = testLrs();
});

/** Launches, plays a way and leaves by the button. */
async function sitting(way: Decision[], options: TestLaunch = {}) {
	const opened = await launched(lrs, module, options);
	for (const decision of way) await opened.decide(decision);
	await opened.tracker.leave?.(opened.progress());
	return opened;
}

const verbs = () => lrs.statements.map((one) => readStatement(one).verb);
const of = (verb: string): Json[] => lrs.statements.filter((one) => readStatement(one).verb === verb);
const resultOf = (verb: string) => of(verb).map((one) => one['result']);
const scored: TestLaunch = { passingScaled: 0.5, settings: { masteryScore: 0.5 } };
const defined = () => lrs.statements.filter((one) => readStatement(one).isDefined);
const contextsOf = (statements: Json[]) => statements.map((one) => readStatement(one).context);

describe('the launch', () => {
	it('cmi5 7.0.0.0-1, 8.1.0.0-7: takes the launch parameters in any order', () => {
		const { query } = lrs.launch({
			profile: 'cmi5',
			actor: learner,
			registration: 'r',
			activityId: 'https://a.example'
		});
		const search = query({ endpoint: 'https://lms.example/xapi', fetch: 'https://lms.example/fetch' });
		const expected = parseCmi5Launch(search);
		expect(expected).toMatchObject({ endpoint: 'https://lms.example/xapi', registration: 'r', actor: learner });
		const pairs = [...new URLSearchParams(search)];
		for (const order of [pairs.toReversed(), [...pairs.slice(2), ...pairs.slice(0, 2)]])
			expect(parseCmi5Launch(`?m=2&${new URLSearchParams(order)}`)).toEqual(expected);
	});

	it('cmi5 8.1.1.0-2, 8.1.1.0-3: sends every request to the endpoint of the launch', async () => {
		await sitting(module.script);
		expect(lrs.requests.map(({ request }) => request.path)).toEqual(
			expect.arrayContaining(['fetch', 'activities/state', 'agents/profile', 'statements'])
		);
		expect(lrs.requests.every(({ answer }) => answer && answer.status < 500)).toBe(true);
	});

	it('cmi5 8.1.2.0-3, 8.1.2.0-4, 8.2.1.0-2, 8.2.2.0-4: asks the fetch address once, by POST', async () => {
		await sitting(module.script);
		const asked = lrs.requests.filter(({ request }) => request.path === 'fetch');
		expect(asked.map(({ request }) => request.method)).toEqual(['POST']);
		expect(lrs.requests[0]).toBe(asked[0]);
	});

	it('cmi5 8.1.2.0-5, 8.2.1.0-5, 8.2.2.0-5: carries the token as received in every request to the store', async () => {
		await sitting(module.script);
		const token = JSON.parse(lrs.requests[0]?.answer?.body ?? '') as { 'auth-token': string };
		const asked = lrs.requests.slice(1).map(({ request }) => request.headers['authorization']);
		expect(asked.length).toBeGreaterThan(5);
		expect(new Set(asked)).toEqual(new Set([`Basic ${token['auth-token']}`]));
	});

	it('cmi5 8.1.3.0-2, 8.1.3.0-3: uses the actor exactly as given, in statements and in requests', async () => {
		const actor = { name: 'Ána', objectType: 'Agent', account: { name: 'x y', homePage: 'https://lms.example/ß' } };
		await sitting(module.script, { settings: { actor } });
		expect(lrs.faults).toEqual([]);
		for (const { actor: said } of lrs.statements) expect(said).toEqual(actor);
		const agents = lrs.requests.flatMap(({ request }) => request.query['agent'] ?? []);
		for (const agent of agents) expect(JSON.parse(agent)).toEqual(actor);
	});

	it('cmi5 8.1.4.0-2, 8.1.4.0-3, 9.6.1.0-1: uses the registration of the launch wherever one is asked', async () => {
		const registration = 'a4d2c5d0-7c3a-4d6b-9e0f-2f4b7f9a1c11';
		await sitting(module.script, { settings: { registration } });
		expect(new Set(contextsOf(lrs.statements).map((context) => context['registration']))).toEqual(
			new Set([registration])
		);
		const states = lrs.requests.filter(({ request }) => request.path === 'activities/state');
		expect(new Set(states.map(({ request }) => request.query['registration']))).toEqual(new Set([registration]));
	});

	it('cmi5 8.1.5.0-5, 8.1.5.0-6, 9.4.0.0-1, 9.4.0.0-2: every defined statement is about the activity of the launch', async () => {
		const activityId = 'https://lms.example/activities/of-its-own';
		await sitting(module.script, { settings: { activityId } });
		expect(new Set(defined().map(({ object }) => (object as Json)['id']))).toEqual(new Set([activityId]));
	});

	it('cmi5 7.0.0.0-3, 10.2.1.0-4, 10.2.1.0-5: reads LMS.LaunchData and never writes it', async () => {
		await sitting(module.script);
		const asked = lrs.requests.filter(({ request }) => request.query['stateId'] === 'LMS.LaunchData');
		expect(asked.map(({ request }) => request.method)).toEqual(['GET']);
	});

	it('cmi5 7.0.0.0-4, 11.0.0.0-1, 11.0.0.0-3, 11.0.0.0-4: reads cmi5LearnerPreferences of the actor before it begins', async () => {
		await launched(lrs, module);
		const at = lrs.requests.findIndex(({ request }) => request.path === 'agents/profile');
		const { query, method } = lrs.requests[at]!.request;
		expect([method, query['profileId'], JSON.parse(query['agent'] ?? '')]).toEqual([
			'GET',
			'cmi5LearnerPreferences',
			learner
		]);
		expect(at).toBeLessThan(lrs.requests.findIndex(({ request }) => request.path === 'statements'));
	});
});

describe('the order of statements', () => {
	it('cmi5 7.0.0.0-5, 7.1.1.0-1, 9.3.0.0-4, 9.3.2.0-1, 9.3.2.0-2: initialized is the first, as soon as the module is open', async () => {
		await launched(lrs, module, { interactions: true });
		expect(verbs()).toEqual(['initialized']);
	});

	it('cmi5 9.3.2.0-3: initialized is said once in a session, also where the page was loaded anew', async () => {
		const device = newDevice();
		const first = await launched(lrs, module, { device });
		first.tracker.end();
		const again = await launched(lrs, module, { device, again: first.search });
		await again.decide(module.script[0]!);
		expect(of('initialized')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 7.1.2.0-1, 9.3.0.0-5, 9.3.8.0-1, 9.3.8.0-2: terminated is the last, said once, and nothing follows', async () => {
		const { tracker, decide } = await sitting(module.script, { interactions: true });
		tracker.end();
		await decide(module.script[0]!);
		await settled();
		expect(verbs().at(-1)).toBe('terminated');
		expect(of('terminated')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 7.1.3.0-1: decisions and progress, which cmi5 allows, stand between initialized and terminated', async () => {
		await sitting(module.script, { interactions: true });
		const said = verbs();
		for (const [index, verb] of said.entries())
			if (verb === 'responded' || verb === 'progressed') {
				expect(index).toBeGreaterThan(said.indexOf('initialized'));
				expect(index).toBeLessThan(said.indexOf('terminated'));
			}
		expect(said).toContain('responded');
		expect(said).toContain('progressed');
	});

	it('cmi5 9.3.0.0-1: the verbs of cmi5 are said by their own IRIs', async () => {
		await sitting(module.script, scored);
		const said = defined().map(({ verb }) => (verb as Json)['id']);
		expect(said).toEqual(
			['initialized', 'completed', 'passed', 'terminated'].map((verb) => `http://adlnet.gov/expapi/verbs/${verb}`)
		);
	});

	it('cmi5 9.3.0.0-2: no verb of cmi5 is said twice in a session, however often an ending is reached', async () => {
		const opened = await launched(lrs, module, scored);
		for (const decision of module.script) await opened.decide(decision);
		await opened.tracker.save(opened.progress());
		await opened.tracker.save(opened.progress());
		await opened.tracker.leave?.(opened.progress());
		const said = defined().map((one) => readStatement(one).verb);
		expect(new Set(said).size).toBe(said.length);
	});

	it('cmi5 9.3.0.0-3: one verdict in a session: failing first and passing then says passed alone', async () => {
		const opened = await launched(lrs, module, scored);
		for (const decision of poorWay) await opened.decide(decision);
		expect(verbs()).not.toContain('failed');
		const result = { ...opened.progress().result!, success: true, scaled: 1 };
		await opened.tracker.save({ ...opened.progress(), result });
		await opened.tracker.leave?.({ ...opened.progress(), result });
		expect(verbs().filter((verb) => verb === 'passed' || verb === 'failed')).toEqual(['passed']);
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 9.3.0.0-6, 9.3.3.0-2: completed is said once in a registration, over all sessions and devices', async () => {
		await sitting(module.script);
		await sitting(module.script);
		expect(of('completed')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 9.3.0.0-7, 9.3.4.0-3: passed is said once in a registration, over all sessions and devices', async () => {
		await sitting(module.script, scored);
		await sitting(module.script, scored);
		expect(of('passed')).toHaveLength(1);
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 9.3.0.0-8: failed never follows passed, on another device either', async () => {
		await sitting(module.script, scored);
		await sitting(poorWay, scored);
		expect(verbs()).not.toContain('failed');
		expect(lrs.faults).toEqual([]);
	});
});

describe('what was earned', () => {
	it('cmi5 9.3.3.0-1, 10.2.2.0-1, 10.2.2.0-7: completed is said when an ending is reached, not when the page closes', async () => {
		const opened = await launched(lrs, module);
		for (const decision of module.script.slice(0, -1)) await opened.decide(decision);
		expect(verbs()).not.toContain('completed');
		await opened.decide(module.script.at(-1)!);
		expect(verbs()).toContain('completed');
	});

	it('cmi5 9.3.4.0-1, 9.3.4.0-2: passed is said when it is earned, with a score that meets the mastery score', async () => {
		const opened = await launched(lrs, module, scored);
		for (const decision of module.script) await opened.decide(decision);
		const [passed] = of('passed');
		expect(readStatement(passed!).score?.['scaled']).toBeGreaterThanOrEqual(0.5);
	});

	it('cmi5 9.3.5.0-1, 9.3.5.0-2: failed is said when the sitting ends so, with a score below the mastery score', async () => {
		await sitting(poorWay, scored);
		const [failed] = of('failed');
		expect(readStatement(failed!).score?.['scaled']).toBeLessThan(0.5);
		expect(verbs().slice(-2)).toEqual(['failed', 'terminated']);
	});

	it('cmi5 9.5.1.0-1, 10.2.4.0-2: the verb agrees with masteryScore, where it is not the package’s own', async () => {
		await sitting(module.script, { passingScaled: 0.5, settings: { masteryScore: 1, registration: 'strict' } });
		const { scaled } = readStatement(of('passed')[0] ?? of('failed')[0]!).score!;
		expect(verbs().includes('passed')).toBe(scaled === 1);
		await sitting(poorWay, { passingScaled: 1, settings: { masteryScore: 0, registration: 'mild' } });
		expect(of('passed').at(-1)).toMatchObject({ result: { score: { scaled: expect.any(Number) as number } } });
		expect(lrs.faults).toEqual([]);
	});

	it('cmi5 9.5.1.0-2: no statement but passed and failed has a score', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		for (const one of lrs.statements) {
			const { verb, score } = readStatement(one);
			expect(score !== null, verb).toBe(verb === 'passed');
		}
	});

	it('cmi5 9.5.1.0-3: a raw score comes with min and max', async () => {
		await sitting(module.script, scored);
		expect(readStatement(of('passed')[0]!).score).toMatchObject({
			raw: expect.any(Number) as number,
			min: 0,
			max: 100
		});
	});

	it('cmi5 9.5.2.0-1: passed has success true', async () => {
		await sitting(module.script, scored);
		expect(resultOf('passed')).toMatchObject([{ success: true }]);
	});

	it('cmi5 9.5.2.0-2: failed has success false', async () => {
		await sitting(poorWay, scored);
		expect(resultOf('failed')).toMatchObject([{ success: false }]);
	});

	it('cmi5 9.5.2.0-3, 9.5.3.0-2: no other statement says success or completion', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		for (const one of lrs.statements) {
			const { verb, result } = readStatement(one);
			expect('success' in result, verb).toBe(verb === 'passed');
			expect('completion' in result, verb).toBe(verb === 'completed');
		}
	});

	it('cmi5 9.5.3.0-1: completed has completion true', async () => {
		await sitting(module.script);
		expect(resultOf('completed')).toMatchObject([{ completion: true }]);
	});

	it('cmi5 9.5.4.1-1, 9.5.4.1-2, 9.5.4.1-3: terminated, completed and passed say how long the session took', async () => {
		await sitting(module.script, scored);
		for (const verb of ['terminated', 'completed', 'passed'])
			expect(resultOf(verb)).toMatchObject([{ duration: expect.stringMatching(/^PT(\d+M)?\d+S$/) as string }]);
	});

	it('cmi5 9.5.4.1-4: failed says how long the session took', async () => {
		await sitting(poorWay, scored);
		expect(resultOf('failed')).toMatchObject([{ duration: expect.stringMatching(/^PT/) as string }]);
	});
});

describe('every statement', () => {
	it('cmi5 3.0.0.0-1: names everything by absolute IRIs', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		for (const { verb, object } of lrs.statements)
			for (const thing of [verb, object]) expect(() => new URL(String((thing as Json)['id']))).not.toThrow();
	});

	it('cmi5 4.1.0.0-1, 7.0.0.0-2: is one of xAPI 1.0.3, sent as that', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		expect(lrs.faults).toEqual([]);
		for (const { request } of lrs.requests.slice(1)) expect(request.headers['x-experience-api-version']).toBe('1.0.3');
	});

	it('cmi5 9.1.0.0-1: has a UUID of its own', async () => {
		await sitting(module.script, { interactions: true });
		const ids = lrs.statements.map(({ id }) => String(id));
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('cmi5 9.7.0.0-1, 9.7.0.0-2: has a timestamp in UTC, none earlier than the one before', async () => {
		await sitting(module.script, { interactions: true });
		const moments = lrs.statements.map(({ timestamp }) => String(timestamp));
		for (const moment of moments) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(moments).toEqual([...moments].sort());
	});

	it('cmi5 9.6.0.0-1, 9.6.2.0-1, 10.2.1.0-6, 10.2.1.0-7: holds the context template as it was, with what is added to it', async () => {
		const { session } = lrs.launch({
			profile: 'cmi5',
			actor: learner,
			registration: 'other',
			activityId: 'https://x.example'
		});
		await sitting(module.script, { ...scored, interactions: true });
		for (const context of contextsOf(lrs.statements)) {
			const { grouping } = session.contextTemplate['contextActivities'] as { grouping: unknown[] };
			expect(grouping).toHaveLength(1);
			expect(context).toMatchObject({
				contextActivities: { grouping: [{ id: 'urn:alongside:module:sample-course:sample' }] },
				extensions: { [iris.sessionId]: expect.any(String) as string }
			});
		}
	});

	it('cmi5 9.6.2.1-1: has the category of cmi5 where cmi5 defines it, and only there', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		for (const one of lrs.statements) {
			const { verb, categories } = readStatement(one);
			const isDefined = ['initialized', 'completed', 'passed', 'terminated'].includes(verb);
			expect(categories.includes(iris.cmi5Category), verb).toBe(isDefined);
		}
	});

	it('cmi5 9.6.2.2-1, 9.6.2.2-2: has the category moveon with success or completion, and only then', async () => {
		await sitting(module.script, { ...scored, interactions: true });
		for (const one of lrs.statements) {
			const { verb, categories } = readStatement(one);
			expect(categories.includes(iris.moveOnCategory), verb).toBe(verb === 'completed' || verb === 'passed');
		}
	});

	it('cmi5 9.6.3.1-4: carries the session id of its own launch', async () => {
		const device = newDevice();
		await sitting(module.script.slice(0, 1), { device });
		await sitting(module.script, { device });
		const ids = contextsOf(lrs.statements).map((context) => (context['extensions'] as Json)[iris.sessionId]);
		const second = verbs().lastIndexOf('initialized');
		expect(new Set(ids.slice(0, second)).size).toBe(1);
		expect(new Set(ids.slice(second)).size).toBe(1);
		expect(ids[0]).not.toBe(ids[second]);
	});

	it('cmi5 9.6.3.2-2: passed and failed carry the mastery score of the launch', async () => {
		await sitting(module.script, scored);
		await sitting(poorWay, { ...scored, settings: { masteryScore: 0.5, registration: 'second' } });
		for (const one of [...of('passed'), ...of('failed')])
			expect(readStatement(one).context['extensions']).toMatchObject({ [iris.masteryScore]: 0.5 });
		expect([...of('passed'), ...of('failed')]).toHaveLength(2);
	});
});

describe('the launch mode', () => {
	it('cmi5 10.2.2.0-5, 10.2.2.0-6: Normal begins with initialized and ends with terminated', async () => {
		await sitting([], { settings: { mode: 'Normal' } });
		expect(verbs()).toEqual(['initialized', 'terminated']);
	});

	it('cmi5 10.2.2.0-2, 10.2.2.0-8, 10.2.2.0-9: Browse says initialized and terminated, and keeps nothing else', async () => {
		await sitting(module.script, { ...scored, interactions: true, settings: { mode: 'Browse', masteryScore: 0.5 } });
		expect(verbs()).toEqual(['initialized', 'terminated']);
		expect(lrs.requests.filter(({ request }) => request.method === 'PUT')).toEqual([]);
	});

	it('cmi5 10.2.2.0-3, 10.2.2.0-10, 10.2.2.0-11: Review says initialized and terminated, and keeps nothing else', async () => {
		await sitting(module.script);
		const before = lrs.statements.length;
		const { saved } = await sitting([], { settings: { mode: 'Review' } });
		expect(saved).toMatchObject({ mode: 'review', entries: module.script });
		expect(verbs().slice(before)).toEqual(['initialized', 'terminated']);
	});
});

it('cmi5 10.2.6.0-1: leaving leads to the return address, after terminated was answered', async () => {
	const { tracker } = await sitting(module.script, { settings: { returnUrl: 'https://lms.example/back' } });
	expect(verbs().at(-1)).toBe('terminated');
	expect(tracker.returnUrl()).toBe('https://lms.example/back');
});
