import { tryTo } from '../try-to.ts';

/** What came of one request; `status` 0 where no answer came. */
export type Answer = { status: number; body: unknown; etag: string | null; retryAfterMs: number | null };

/** How long an answer is waited for. */
const patienceMs = 15_000;

/** One request, answered whatever happens: no network, no answer in time and a body that is no JSON are answers too. */
export async function ask(
	fetch: typeof globalThis.fetch,
	url: string,
	options: { method: string; headers?: Record<string, string>; body?: string; isLeaving?: boolean }
): Promise<Answer> {
	const { method, headers = {}, body, isLeaving } = options;
	try {
		const answer = await fetch(url, {
			method,
			headers,
			cache: 'no-store',
			...(body !== undefined && { body }),
			// What outlives the page can wait for nothing; a beacon could not carry the headers.
			...(isLeaving ? { keepalive: true } : { signal: AbortSignal.timeout(patienceMs) })
		});
		const text = await answer.text();
		const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
		return {
			status: answer.status,
			body: tryTo((): unknown => JSON.parse(text)),
			etag: answer.headers.get('etag'),
			retryAfterMs: seconds > 0 ? seconds * 1000 : null
		};
	} catch {
		// No network, or nobody there who answers in time.
		return { status: 0, body: undefined, etag: null, retryAfterMs: null };
	}
}

/** Whether the request was done. */
export function isDone({ status }: Answer): boolean {
	return status >= 200 && status < 300;
}
