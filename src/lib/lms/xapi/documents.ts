import { answered, type LrsAnswer, type LrsRequest } from './http.ts';

/** Documents with versions: states and profiles, by a key of whom and what they are about. */
export type Documents = {
	get(key: string): { text: string; etag: string } | undefined;
	/** As the store itself writes. */
	write(key: string, text: string): void;
	answer(key: string, request: LrsRequest): LrsAnswer;
	clear(): void;
};

/**
 * Answers GET, PUT and DELETE of one document. A write has to name what it replaces: a blind one over a document that is there
 * gets 409, a stale one 412.
 * Sources: xAPI 1.0.3, Communication, 3.1; xAPI 2.0 for blind writes.
 */
export function createDocuments(): Documents {
	const kept = new Map<string, { text: string; etag: string }>();
	let writes = 0;
	const write = (key: string, text: string) => {
		writes += 1;
		kept.set(key, { text, etag: `"${writes}"` });
	};
	return {
		get: (key) => kept.get(key),
		write,
		clear: () => kept.clear(),
		answer: (key, { method, headers, body }) => {
			const there = kept.get(key);
			if (method === 'GET') {
				if (!there) return answered(404);
				return { status: 200, headers: { 'content-type': 'application/json', etag: there.etag }, body: there.text };
			}
			const { 'if-match': match, 'if-none-match': noneMatch } = headers;
			if (match !== undefined && match !== '*' && match !== there?.etag) return answered(412);
			if (noneMatch === '*' && there) return answered(412);
			if (there && match === undefined && noneMatch === undefined) return answered(409);
			if (method === 'DELETE') kept.delete(key);
			else write(key, body);
			const etag = kept.get(key)?.etag;
			return answered(204, undefined, etag ? { etag } : {});
		}
	};
}
