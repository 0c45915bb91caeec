import type { Entry } from '#lib/scenario/module.ts';
import { z } from 'zod';

/** What a learner's page posts: `entries` follow the first `sequence` ones of the attempt's log. */
export type Posted = { sequence: number; revision: string; entries: Entry[] };

const mostEntries = 200;

// Ids as authors may write them. Anything else, such as XState's own event names or `__proto__`, is not even looked up.
const id = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.max(64);
const index = z.int().min(0).max(100_000);
const entry = z.union([
	z.strictObject({ scene: id, choice: id }),
	z.strictObject({ scene: id, response: z.record(id, id) }),
	z.strictObject({ rewind: index })
]);
const posted = z.strictObject({
	sequence: index,
	revision: z.string().min(1).max(64),
	entries: z.array(entry).min(1).max(mostEntries)
});

/** A post, or what is wrong with it and where. */
export type ParsedPost = { ok: true; value: Posted } | { ok: false; problems: string[] };

/** Reads the body of a post of decisions. Never throws; problems name the place, never what was sent. */
export function parsePosted(body: string): ParsedPost {
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return { ok: false, problems: ['The body is not JSON.'] };
	}
	const parsed = posted.safeParse(json);
	if (parsed.success) return { ok: true, value: parsed.data };
	return { ok: false, problems: parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.code}`) };
}

function placeOf(path: PropertyKey[]): string {
	return path.length === 0 ? 'body' : path.slice(0, 3).map(String).join('.').slice(0, 80);
}
