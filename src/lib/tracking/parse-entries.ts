import type { Entry } from '#lib/scenario/module.ts';
import type { Result } from '#lib/scenario/result.ts';

// What came over the network or out of the browser's storage. By hand: zod would weigh more than all the rest of it.

/** A log, or null where any of it is not an entry. */
export function parseEntries(value: unknown): Entry[] | null {
	if (!Array.isArray(value)) return null;
	const entries = value.map(parseEntry);
	return entries.every((entry) => entry !== null) ? entries : null;
}

/** What was earned; undefined where it is neither a result nor null, or its score is outside 0..1. */
export function parseResult(value: unknown): Result | null | undefined {
	if (value === null) return null;
	if (!isRecord(value)) return undefined;
	const { ending, completedAt, success, scaled, revision } = value;
	if (typeof ending !== 'string' || typeof completedAt !== 'string' || typeof revision !== 'string') return undefined;
	if (success !== null && typeof success !== 'boolean') return undefined;
	if (scaled !== null && !(typeof scaled === 'number' && scaled >= 0 && scaled <= 1)) return undefined;
	return { ending, completedAt, success, scaled, revision };
}

/** Whether this is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseEntry(value: unknown): Entry | null {
	if (!isRecord(value)) return null;
	const { scene, choice, response, rewind } = value;
	if (typeof rewind === 'number') return Number.isInteger(rewind) && rewind >= 0 ? { rewind } : null;
	if (typeof scene !== 'string') return null;
	if (typeof choice === 'string') return { scene, choice };
	if (!isRecord(response)) return null;
	const items = Object.entries(response);
	if (!items.every((item): item is [string, string] => typeof item[1] === 'string')) return null;
	return { scene, response: Object.fromEntries(items) };
}
