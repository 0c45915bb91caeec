import { answerDecisions } from '#lib/server/answer-decisions.ts';
import type { App } from '#lib/server/app.ts';
import { readAttempt } from '#lib/server/attempts.ts';
import type { Owner } from '#lib/server/owner.ts';

/**
 * What goes wrong on the way. `answer-lost`: it arrives, its answer does not. `portal`: a network's sign-in page answers
 * instead. A number: the server's status, with nothing done.
 */
export type Fault = null | 'offline' | 'answer-lost' | 'never-answers' | 'portal' | number;

/** The attempts part of the site without a network between: the real functions behind a `fetch`. */
export function siteInProcess(app: App, owner: Owner | null) {
	const site = {
		owner,
		fault: null as Fault,
		fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
			const { fault } = site;
			await Promise.resolve();
			if (fault === 'offline') throw new TypeError('fetch failed');
			if (fault === 'never-answers') return new Promise(() => undefined);
			if (fault === 'portal') return new Response('<p>Please sign in to the network', { status: 200 });
			if (typeof fault === 'number') return new Response('{}', { status: fault, headers: { 'retry-after': '2' } });
			const answer = await answered(app, site.owner, input, init);
			if (fault === 'answer-lost') throw new TypeError('fetch failed');
			return answer;
		}
	};
	return site;
}

async function answered(app: App, owner: Owner | null, path: unknown, init?: RequestInit): Promise<Response> {
	const sent = init?.body ?? '';
	if (typeof path !== 'string' || typeof sent !== 'string') throw new Error('Only texts are sent here');
	const [, attemptId = '', decisions] = /^\/api\/attempts\/(\w+)(\/decisions)?$/.exec(path) ?? [];
	if (decisions) {
		const { status, body } = await answerDecisions(app, owner, attemptId, sent);
		return Response.json(body, { status });
	}
	const saved = owner && (await readAttempt(app, owner, attemptId));
	if (!saved) return Response.json({}, { status: owner ? 404 : 401 });
	return Response.json({ entries: saved.entries, revision: saved.revision, result: saved.result });
}
