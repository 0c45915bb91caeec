import { isRecord } from '#lib/tracking/parse-entries.ts';
import { tryTo } from '#lib/tracking/try-to.ts';
import type { Json } from '#lib/tracking/xapi/statement.ts';
import { createDocuments } from './xapi/documents.ts';
import { answered, corsHeaders, type LoggedRequest, type LrsAnswer, type LrsRequest } from './xapi/http.ts';
import { sameJson } from './xapi/same-json.ts';
import {
	isSatisfied,
	launchDataOf,
	newSession,
	type LaunchedSession,
	type LaunchSettings,
	type RegistrationRecord
} from './xapi/sessions.ts';
import { faultsOfCmi5, faultsOfXapi, readStatement } from './xapi/statement-rules.ts';

/** What goes wrong in a store, for as long as it is set. */
export type LrsTrouble =
	/** No answer at all. */
	| { kind: 'silent' }
	| { kind: 'status'; status: 401 | 409 | 429 | 500; retryAfterSeconds?: number }
	/** Answers yes and keeps no document. */
	| { kind: 'forgets' };

/** A launch as it begins: where the page finds things, and the session behind it. */
export type LrsLaunch = { session: LaunchedSession; query(base: { endpoint: string; fetch: string }): string };

/** A record store with the LMS's side of cmi5, in memory. */
export type Lrs = {
	/** Answers a request; null where no answer is given. `fetch` is the path of the one-time address, with `?session=`. */
	answer(request: LrsRequest): LrsAnswer | null;
	/** Launches a module: an open session of the same registration is abandoned. */
	launch(settings: LaunchSettings): LrsLaunch;
	/** Everything that was asked but for the browser's own questions (OPTIONS), in order. */
	requests: LoggedRequest[];
	/** What was wrong, each with the call and the number of its requirement. */
	faults: string[];
	/** Everything that was taken, in order. */
	statements: Json[];
	record(registration: string, activityId: string): RegistrationRecord;
	isSatisfied(session: LaunchedSession): boolean;
	/** The text of a state document; undefined where there is none. */
	state(session: LaunchedSession, stateId: string): string | undefined;
	/** Goes wrong from now on; null mends it. @param only requests that this picks */
	trouble(trouble: LrsTrouble | null, only?: (request: LrsRequest) => boolean): void;
};

/**
 * A small learning record store that also does an LMS's part of cmi5: launch data, one-time token, sessions, and every rule
 * that it can check. What breaks a rule is refused and listed. It is pure: the same in a server, a test and a browser.
 * Sources: cmi5 8–11; xAPI 1.0.3.
 * @param options.newId a UUID, new each time
 */
export function createLrs(options: { newId(): string }): Lrs {
	const sessions: LaunchedSession[] = [];
	const records = new Map<string, RegistrationRecord>();
	const documents = createDocuments();
	const requests: LoggedRequest[] = [];
	const faults: string[] = [];
	const statements: Json[] = [];
	let trouble: { what: LrsTrouble; only(request: LrsRequest): boolean } | null = null;

	function record(registration: string, activityId: string): RegistrationRecord {
		const key = JSON.stringify([registration, activityId]);
		const fresh = { completed: false, passed: false, failed: false, scaled: null, progress: null };
		return records.get(key) ?? records.set(key, fresh).get(key)!;
	}

	function refuse(status: number, request: LrsRequest, found: string[]): LrsAnswer {
		for (const fault of found) faults.push(`${request.method} ${request.path}: ${fault}`);
		return answered(status, { faults: found });
	}

	function fetchAnswer(request: LrsRequest): LrsAnswer {
		const session = sessions.find(({ id }) => id === request.query['session']);
		if (request.method !== 'POST') return refuse(405, request, ['8.2.1.0-2: the fetch address takes POST only']);
		if (!session || session.abandoned) return answered(200, { 'error-code': '3', 'error-text': 'no such launch' });
		if (session.tokenTaken) return answered(200, { 'error-code': '1', 'error-text': 'the token was given already' });
		session.tokenTaken = true;
		return answered(200, { 'auth-token': session.token });
	}

	function xapiAnswer(request: LrsRequest): LrsAnswer {
		const session = sessions.find(
			({ token, tokenTaken, profile }) =>
				request.headers['authorization'] === `Basic ${token}` && (tokenTaken || profile === 'xapi')
		);
		if (!session) return answered(401);
		if (!request.headers['x-experience-api-version'])
			return refuse(400, request, ['4.1.0.0-1: no X-Experience-API-Version']);
		if (request.path === 'statements') return statementsAnswer(request, session);
		return documentAnswer(request, session);
	}

	function documentAnswer(request: LrsRequest, session: LaunchedSession): LrsAnswer {
		const { path, query, method } = request;
		const isState = path === 'activities/state';
		if (!isState && path !== 'agents/profile') return answered(404);
		const agent = tryTo((): unknown => JSON.parse(query['agent'] ?? ''));
		if (!sameJson(agent, session.actor)) return refuse(403, request, ['8.1.3.0-3: not the actor of the launch']);
		if (isState && query['registration'] !== session.registration)
			return refuse(403, request, ['8.1.4.0-3: not the registration of the launch']);
		if (isState && query['activityId'] !== session.activityId)
			return refuse(403, request, ['10.1.0.0-3: not the activity of the launch']);
		if (method !== 'GET') {
			if (isState && query['stateId']?.startsWith('LMS.'))
				return refuse(403, request, ['10.2.1.0-5: the document belongs to the LMS']);
			if (session.terminated || session.abandoned) return answered(403);
		}
		if (!isState && query['profileId'] === 'cmi5LearnerPreferences' && method === 'GET') session.preferencesRead = true;
		const key = isState ? stateKey(session, query['stateId'] ?? '') : JSON.stringify([agent, query['profileId']]);
		if (method !== 'GET' && trouble?.what.kind === 'forgets') return answered(204);
		return documents.answer(key, request);
	}

	function statementsAnswer(request: LrsRequest, session: LaunchedSession): LrsAnswer {
		if (request.method === 'GET') {
			const found = statements.find(({ id }) => id === request.query['statementId']);
			return found ? answered(200, found) : answered(404);
		}
		if (request.method !== 'POST') return answered(405);
		const body = tryTo((): unknown => JSON.parse(request.body));
		const given: unknown[] = Array.isArray(body) ? body : [body];
		if (!given.every(isRecord)) return refuse(400, request, ['4.1.0.0-1: no statements']);
		const known = given.map(({ id }) => statements.find((one) => one['id'] === id));
		if (known.some((one, index) => one && !sameJson(one, given[index]))) return answered(409);
		for (const [index, statement] of given.entries()) {
			if (known[index]) continue;
			const found = faultsOf(statement, session);
			if (found.length) {
				const { verb } = readStatement(statement);
				return refuse(403, { ...request, path: `statements (${verb})` }, found);
			}
			take(statement, session);
		}
		return answered(
			200,
			given.map(({ id }) => id)
		);
	}

	function faultsOf(statement: Json, session: LaunchedSession): string[] {
		const found = faultsOfXapi(statement, session);
		if (session.profile === 'xapi') return found;
		return [...found, ...faultsOfCmi5(statement, session, record(session.registration, session.activityId))];
	}

	function take(statement: Json, session: LaunchedSession): void {
		statements.push(statement);
		session.statements += 1;
		session.lastAt = String(statement['timestamp']);
		const { verb, isDefined, score, progress } = readStatement(statement);
		const earned = record(session.registration, session.activityId);
		if (typeof progress === 'number') earned.progress = progress;
		if (!isDefined && session.profile === 'cmi5') return;
		session.verbs.push(verb);
		if (verb === 'completed' || verb === 'passed' || verb === 'failed') earned[verb] = true;
		if (score && typeof score['scaled'] === 'number') earned.scaled = score['scaled'];
		if (verb === 'terminated') session.terminated = session.profile === 'cmi5';
	}

	function respond(request: LrsRequest): LrsAnswer | null {
		const what = trouble?.only(request) ? trouble.what : null;
		if (what?.kind === 'silent') return null;
		if (what?.kind === 'status')
			return answered(
				what.status,
				undefined,
				what.retryAfterSeconds === undefined ? {} : { 'retry-after': String(what.retryAfterSeconds) }
			);
		return request.path === 'fetch' ? fetchAnswer(request) : xapiAnswer(request);
	}

	return {
		requests,
		faults,
		statements,
		record,
		answer: (request) => {
			if (request.method === 'OPTIONS') return { status: 204, headers: corsHeaders, body: '' };
			const answer = respond(request);
			requests.push({ request, answer });
			return answer && { ...answer, headers: { ...corsHeaders, ...answer.headers } };
		},
		launch: (settings) => {
			for (const session of sessions)
				if (
					session.registration === settings.registration &&
					session.activityId === settings.activityId &&
					!session.terminated
				)
					session.abandoned = settings.profile === 'cmi5';
			const session = newSession(settings, options.newId(), btoa(`session:${options.newId()}`));
			sessions.push(session);
			if (settings.profile === 'cmi5')
				documents.write(stateKey(session, 'LMS.LaunchData'), JSON.stringify(launchDataOf(session)));
			return { session, query: (base) => launchQuery(session, base) };
		},
		isSatisfied: (session) =>
			isSatisfied(session.moveOn ?? 'Completed', record(session.registration, session.activityId)),
		state: (session, stateId) => documents.get(stateKey(session, stateId))?.text,
		trouble: (what, only = () => true) => {
			trouble = what && { what, only };
		}
	};
}

function stateKey({ actor, registration, activityId }: LaunchedSession, stateId: string): string {
	return JSON.stringify([actor, registration, activityId, stateId]);
}

/** The query of the module's address. Sources: cmi5 8.1; Rustici's launch guide. */
function launchQuery(session: LaunchedSession, base: { endpoint: string; fetch: string }): string {
	const { actor, registration, activityId } = session;
	const shared = { endpoint: base.endpoint, actor: JSON.stringify(actor), registration };
	return new URLSearchParams(
		session.profile === 'cmi5'
			? { ...shared, fetch: `${base.fetch}?session=${session.id}`, activityId }
			: { ...shared, auth: `Basic ${session.token}`, activity_id: activityId }
	).toString();
}
