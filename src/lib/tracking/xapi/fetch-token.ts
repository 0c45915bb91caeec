import { isRecord } from '../parse-entries.ts';
import type { LaunchKeeper } from './launch-record.ts';
import { ask, isDone } from './request.ts';

/** The token, `again` where asking again may help, or `refused` where the address has nothing to give any more. */
export type FetchedToken = { token: string } | 'again' | 'refused';

/**
 * The authorisation token of a cmi5 launch, used as received. The address gives it once: a page that was reloaded uses
 * the one it kept. An `error-code` (1 used already, 2 security, 3 the LMS's own fault) comes with status 200.
 * @param log told why there is none
 * Source: cmi5 8.2.
 */
export async function fetchToken(
	fetch: typeof globalThis.fetch,
	url: string,
	keeper: LaunchKeeper,
	log: (call: string, error: string) => void
): Promise<FetchedToken> {
	const { token } = keeper.get();
	if (token !== null) return { token };
	const answer = await ask(fetch, url, { method: 'POST' });
	const body = isRecord(answer.body) ? answer.body : {};
	const given = body['auth-token'];
	if (isDone(answer) && typeof given === 'string' && given) {
		keeper.set({ token: given });
		return { token: given };
	}
	const code = Number(body['error-code'] ?? Number.NaN);
	const reason = Number.isNaN(code) ? `status ${answer.status}` : `error-code ${code}`;
	log('fetch', typeof body['error-text'] === 'string' ? `${reason} (${body['error-text']})` : reason);
	// 1 and 2 are final; 3 is a fault of the LMS that may pass, as is no answer at all.
	const isFinal = code === 1 || code === 2 || (answer.status >= 400 && answer.status < 429);
	return isFinal ? 'refused' : 'again';
}
