/** A request as the record store sees it, wherever it came from: a server, a test or a frame. */
export type LrsRequest = {
	method: string;
	/** Below the endpoint, without a slash in front: `statements`, `activities/state`, `agents/profile`, `fetch`. */
	path: string;
	query: Record<string, string>;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: string;
};

/** What it answers. */
export type LrsAnswer = { status: number; headers: Record<string, string>; body: string };

/** One request and what came of it; the answer is null where none was given. */
export type LoggedRequest = { request: LrsRequest; answer: LrsAnswer | null };

/** An answer with JSON, or with nothing. */
export function answered(status: number, body?: unknown, headers: Record<string, string> = {}): LrsAnswer {
	if (body === undefined) return { status, headers, body: '' };
	return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/**
 * What a browser wants to hear before a page of another origin may ask. Without `ETag` among what is exposed no page could
 * name the version it replaces.
 */
export const corsHeaders: Record<string, string> = {
	'access-control-allow-origin': '*',
	'access-control-allow-methods': 'GET, PUT, POST, DELETE, OPTIONS',
	'access-control-allow-headers': 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
	'access-control-expose-headers': 'ETag, Retry-After, X-Experience-API-Version',
	'access-control-max-age': '600'
};
