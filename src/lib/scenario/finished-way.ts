import type { Decision, Entry, PlayModule } from './module.ts';
import { replay } from './replay.ts';
import { wayInForce } from './way.ts';

/** A way that came to an ending and is not in force any more; `justLeft`: nothing was decided since. */
export type FinishedWay = { way: Decision[]; justLeft: boolean };

/**
 * The way of this log that came to an ending last, where a rewind has left it.
 * @returns null where none did, and where the way in force has ended itself
 */
export function finishedWay(module: PlayModule, entries: Entry[]): FinishedWay | null {
	if (hasEnded(module, entries)) return null;
	const last = entries.findLastIndex((entry, index) => 'rewind' in entry && hasEnded(module, entries.slice(0, index)));
	return last < 0 ? null : { way: wayInForce(entries.slice(0, last)), justLeft: last === entries.length - 1 };
}

function hasEnded(module: PlayModule, entries: Entry[]): boolean {
	return replay(module, entries).ended !== null;
}
