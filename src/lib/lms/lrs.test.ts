import { beforeEach, describe, expect, it } from 'vitest';
import { learner, testLrs, uuid } from '../../../tests/support/launched.ts';
import { toStatement, type Draft, type Json, type Session } from '#lib/tracking/xapi/statement.ts';
import type { Lrs, LrsLaunch } from './lrs.ts';
import type { LrsAnswer } from './xapi/http.ts';
import type { LaunchSettings } from './xapi/sessions.ts';

let lrs: Lrs;
let launch: LrsLaunch;
let count: number;

beforeEach(() => {
	lrs = testLrs();
	count = 0;
});

/** Launches, takes the token and reads the preferences, as a module has to. */
function begin(settings: Partial<LaunchSettings> = {}): void {
	const activityId = 'https://lms.example/activities/7';
	launch = lrs.launch({ profile: 'cmi5', actor: learner, registration: 'r', activityId, ...settings });
	ask('POST', 'fetch', { session: launch.session.id });
	ask('GET', 'agents/profile', { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(learner) });
}

function ask(method: string, path: string, query: Record<string, string>, body = '', more = {}): LrsAnswer | null {
	const headers = { authorization: `Basic ${launch.session.token}`, 'x-experience-api-version': '1.0.3', ...more };
	return lrs.answer({ method, path, query, headers, body });
}

/** Says something as a module of ours does, but for what is changed. */
function say(verb: Draft['verb'], result?: Json, change: (statement: Json) => Json = (same) => same): number {
	const { actor, activityId, registration, contextTemplate, masteryScore } = launch.session;
	const session: Session = {
		profile: 'cmi5',
		actor,
		object: { id: activityId },
		registration,
		contextTemplate,
		masteryScore: masteryScore ?? null
	};
	count += 1;
	const timestamp = new Date(Date.UTC(2026, 10, 24, 9, 0, count)).toISOString();
	const statement = toStatement(session, { id: uuid(count), timestamp, verb, ...(result && { result }) });
	return ask('POST', 'statements', {}, JSON.stringify(change(statement)))?.status ?? 0;
}

const completed = { completion: true, duration: 'PT1S' };
const passed = { success: true, duration: 'PT1S', score: { scaled: 0.8 } };

describe('a record store that keeps to the rules', () => {
	it('takes a session that breaks none', () => {
		begin({ masteryScore: 0.8 });
		for (const status of [
			say('initialized'),
			say('completed', completed),
			say('passed', passed),
			say('terminated', { duration: 'PT1S' })
		])
			expect(status).toBe(200);
		expect(lrs.faults).toEqual([]);
		expect(lrs.isSatisfied(launch.session)).toBe(true);
	});

	it.each<[string, () => unknown]>([
		['9.3.0.0-4', () => say('completed', completed)],
		[
			'9.3.0.0-6',
			() => [say('initialized'), say('completed', completed), begin(), say('initialized'), say('completed', completed)]
		],
		[
			'9.3.0.0-8',
			() => [
				say('initialized'),
				say('passed', passed),
				begin(),
				say('initialized'),
				say('failed', { success: false, duration: 'PT1S' })
			]
		],
		[
			'9.3.0.0-3',
			() => [say('initialized'), say('failed', { success: false, duration: 'PT1S' }), say('passed', passed)]
		],
		['9.3.0.0-5', () => [say('initialized'), say('terminated', { duration: 'PT1S' }), say('responded')]],
		['9.5.1.0-1', () => [begin({ masteryScore: 0.9 }), say('initialized'), say('passed', passed)]],
		['9.5.1.0-3', () => [say('initialized'), say('passed', { ...passed, score: { scaled: 0.8, raw: 80 } })]],
		['9.5.4.1-1', () => [say('initialized'), say('terminated', {})]],
		['9.6.2.2-1', () => say('initialized', undefined, (one) => withCategory(one, 'moveon'))],
		[
			'9.6.3.1-4',
			() =>
				say('initialized', undefined, (one) => ({ ...one, context: { ...(one['context'] as Json), extensions: {} } }))
		],
		['9.7.0.0-2', () => say('initialized', undefined, (one) => ({ ...one, timestamp: '2026-11-24T09:00:00+11:00' }))],
		['9.1.0.0-1', () => say('initialized', undefined, (one) => ({ ...one, id: 'one' }))],
		['8.1.3.0-3', () => say('initialized', undefined, (one) => ({ ...one, actor: { mbox: 'mailto:a@b.example' } }))],
		['8.1.5.0-6', () => say('initialized', undefined, (one) => ({ ...one, object: { id: 'urn:x:other' } }))],
		['10.2.2.0-9', () => [begin({ mode: 'Browse' }), say('initialized'), say('completed', completed)]],
		[
			'9.5.5.1',
			() => [
				say('initialized'),
				say('progressed', { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 33.3 } })
			]
		]
	])('refuses what breaks %s, and names it', (requirement, breakIt) => {
		begin();
		breakIt();
		expect(lrs.faults.map((fault) => fault.replace(/^.*?: (\S+): .*$/, '$1'))).toContain(requirement);
		expect(lrs.requests.at(-1)?.answer?.status).toBe(403);
	});

	it('gives a token once, and says error-code 1 after that', () => {
		begin();
		const again = ask('POST', 'fetch', { session: launch.session.id });
		expect(again).toMatchObject({ status: 200, body: expect.stringContaining('"error-code":"1"') as string });
	});

	it('takes no document without the version it replaces', () => {
		begin();
		const { registration, activityId } = launch.session;
		const query = { stateId: 'mine', registration, activityId, agent: JSON.stringify(learner) };
		const put = (more: Record<string, string>) => ask('PUT', 'activities/state', query, '{}', more);
		const first = put({ 'if-none-match': '*' });
		expect(first?.status).toBe(204);
		expect(put({ 'if-none-match': '*' })?.status).toBe(412);
		expect(put({})?.status).toBe(409);
		expect(put({ 'if-match': '"other"' })?.status).toBe(412);
		expect(put({ 'if-match': first?.headers['etag'] ?? '' })?.status).toBe(204);
	});

	it('lets nobody write what belongs to the LMS, and answers browsers of other origins', () => {
		begin();
		const { registration, activityId } = launch.session;
		const query = { stateId: 'LMS.LaunchData', registration, activityId, agent: JSON.stringify(learner) };
		expect(ask('PUT', 'activities/state', query, '{}')?.status).toBe(403);
		expect(lrs.faults[0]).toContain('10.2.1.0-5');
		expect(ask('OPTIONS', 'statements', {})?.headers['access-control-allow-headers']).toContain('If-None-Match');
		expect(ask('GET', 'activities/state', query)?.headers['access-control-expose-headers']).toContain('ETag');
	});

	it('abandons an open session when the module is launched again', () => {
		begin();
		say('initialized');
		const first = launch;
		begin();
		launch = first;
		expect(say('completed', completed)).toBe(403);
		expect(lrs.faults.at(-1)).toContain('9.3.6.0-2');
	});
});

function withCategory(statement: Json, category: string): Json {
	const context = statement['context'] as Json;
	const activities = context['contextActivities'] as { category: Json[] };
	const added = [...activities.category, { id: `https://w3id.org/xapi/cmi5/context/categories/${category}` }];
	return { ...statement, context: { ...context, contextActivities: { ...activities, category: added } } };
}
