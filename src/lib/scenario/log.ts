import { decide, hasDecision, type Refusal } from './play.ts';
import type { Decision, Entry, PlayModule } from './module.ts';
import { replay } from './replay.ts';
import { wayInForce } from './way.ts';

/** What to append, or why the entry is refused. */
export type Extended =
	| { ok: true; append: Entry[] }
	/** `at`: the scene where the attempt waits. */
	| { ok: false; reason: Refusal | 'bad-rewind'; at: string };

/**
 * What to append to a log so that this entry is next. Usually the entry itself. After an edit that put a new decision
 * in the way, the decisions held back come again behind it if they then resolve; otherwise they are left behind.
 */
export function extendLog(module: PlayModule, entries: Entry[], entry: Entry): Extended {
	const now = replay(module, entries);
	const way = wayInForce(entries);
	if ('rewind' in entry) {
		const legal = Number.isInteger(entry.rewind) && entry.rewind >= 0 && entry.rewind < way.length;
		return legal ? { ok: true, append: [{ rewind: entry.rewind }] } : { ok: false, reason: 'bad-rewind', at: now.at };
	}
	const decided = decide(module, now.state, entry);
	if (!decided.ok) return { ok: false, reason: decided.reason, at: now.at };
	if (now.held.length === 0) return { ok: true, append: [entry] };
	const again: Decision[] = [];
	let state = decided.state;
	for (const held of now.held) {
		if (!hasDecision(module, held)) continue;
		const next = decide(module, state, held);
		if (!next.ok) break;
		again.push(held);
		state = next.state;
	}
	return { ok: true, append: [{ rewind: way.length - now.held.length }, entry, ...again] };
}

/** Whether two entries say the same; the order of a response's items does not matter. */
export function sameEntry(left: Entry, right: Entry): boolean {
	if ('rewind' in left || 'rewind' in right)
		return 'rewind' in left && 'rewind' in right && left.rewind === right.rewind;
	if (left.scene !== right.scene) return false;
	if ('choice' in left || 'choice' in right)
		return 'choice' in left && 'choice' in right && left.choice === right.choice;
	const items = Object.entries(left.response);
	return (
		items.length === Object.keys(right.response).length &&
		items.every(([item, option]) => right.response[item] === option)
	);
}
