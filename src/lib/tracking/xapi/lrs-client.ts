import { ask, type Answer } from './request.ts';
import type { Json, Session } from './statement.ts';

/** A learning record store as one launch sees it. Every request carries the launch's authorisation, actor and activity. */
export type LrsClient = {
	getState(stateId: string): Promise<Answer>;
	/** @param match the version it replaces, or `null` where there must be none yet */
	putState(stateId: string, document: Json, match: string | null, options?: { isLeaving?: boolean }): Promise<Answer>;
	getStatement(id: string): Promise<Answer>;
	getProfile(profileId: string): Promise<Answer>;
	/** Several go in one request, in order. */
	postStatements(statements: Json[], options?: { isLeaving?: boolean }): Promise<Answer>;
};

/**
 * Speaks xAPI 1.0.3 to an endpoint; stores of xAPI 2.0 take that as well.
 * @param launch.auth the whole Authorization header; null sends none
 * Source: xAPI 1.0.3, Communication.
 */
export function createLrsClient(
	fetch: typeof globalThis.fetch,
	launch: Pick<Session, 'actor' | 'registration'> & { endpoint: string; auth: string | null; activityId: string }
): LrsClient {
	const agent = JSON.stringify(launch.actor);
	const headers: Record<string, string> = {
		'X-Experience-API-Version': '1.0.3',
		...(launch.auth !== null && { Authorization: launch.auth })
	};
	const sending = { ...headers, 'Content-Type': 'application/json' };
	const url = (path: string, query: Record<string, string> = {}) => {
		const text = new URLSearchParams(query).toString();
		return `${launch.endpoint.replace(/\/+$/, '')}/${path}${text && `?${text}`}`;
	};
	const stateUrl = (stateId: string) =>
		url('activities/state', {
			stateId,
			activityId: launch.activityId,
			agent,
			...(launch.registration !== null && { registration: launch.registration })
		});
	return {
		getState: (stateId) => ask(fetch, stateUrl(stateId), { method: 'GET', headers }),
		putState: (stateId, document, match, options) =>
			ask(fetch, stateUrl(stateId), {
				method: 'PUT',
				headers: { ...sending, ...(match === null ? { 'If-None-Match': '*' } : { 'If-Match': match }) },
				body: JSON.stringify(document),
				...options
			}),
		getStatement: (statementId) => ask(fetch, url('statements', { statementId }), { method: 'GET', headers }),
		getProfile: (profileId) => ask(fetch, url('agents/profile', { profileId, agent }), { method: 'GET', headers }),
		// Always POST to one address: the browser asks a store of another origin for leave once, and not per statement.
		postStatements: (statements, options) =>
			ask(fetch, url('statements'), {
				method: 'POST',
				headers: sending,
				body: JSON.stringify(statements.length === 1 ? statements[0] : statements),
				...options
			})
	};
}
