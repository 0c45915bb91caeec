import type { Decision, Entry } from './module.ts';

/** The decisions in force: what is left of a log when every rewind has cut the way back. */
export function wayInForce(entries: Entry[]): Decision[] {
	const way: Decision[] = [];
	for (const entry of entries) {
		if ('rewind' in entry) way.length = Math.min(way.length, Math.max(0, entry.rewind));
		else way.push(entry);
	}
	return way;
}
