import type { LrsRequest } from './http.ts';

/** Where a store is reached: its endpoint, and the one-time address of cmi5. */
export type LrsBase = { endpoint: string; fetch: string };

/** A request of the web as the store takes it; null where it is for somebody else. */
export function toLrsRequest(
	base: LrsBase,
	asked: { url: string; method: string; headers: Iterable<[string, string]>; body: string }
): LrsRequest | null {
	const { origin, pathname, searchParams } = new URL(asked.url);
	const at = origin + pathname;
	const path =
		at === base.fetch ? 'fetch' : at.startsWith(`${base.endpoint}/`) ? at.slice(base.endpoint.length + 1) : null;
	if (path === null) return null;
	return {
		method: asked.method,
		path,
		query: Object.fromEntries(searchParams),
		headers: Object.fromEntries([...asked.headers].map(([name, value]) => [name.toLowerCase(), value])),
		body: asked.body
	};
}
