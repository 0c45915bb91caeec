import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { extendLog } from '#lib/scenario/log.ts';
import { offered } from '#lib/scenario/play.ts';
import { replay, type Replayed } from '#lib/scenario/replay.ts';
import { sceneOf } from './pages.ts';

/** What skipping comes to: the log as though `as` had been chosen, and which visits were not read. */
export type Skipped = { entries: Entry[]; visits: number[] };

/** Whether the scene of this visit can be passed over: it needs no decision, or names the one the story goes on with. */
export function canSkip(module: PlayModule, replayed: Replayed, visit: number): boolean {
	const at = replayed.visits[visit];
	if (!at) return false;
	const scene = sceneOf(module, at);
	if (scene.kind === 'ending') return false;
	if (at.decision || scene.kind === 'passage' || scene.kind === 'rate' || scene.kind === 'reflect') return true;
	return scene.skip?.as !== undefined && offered(module, replayed.state).includes(scene.skip.as);
}

/**
 * Skips the scene of this visit and the flagged ones that follow it directly. Decisions on the way are taken as the
 * author says, so the log tells nothing of the skip. Stops before a decision that cannot be skipped.
 */
export function skipFrom(module: PlayModule, entries: Entry[], visit: number): Skipped {
	let log = entries;
	let now = replay(module, log);
	const visits: number[] = [];
	for (let at = visit; at < now.visits.length; at += 1) {
		const here = now.visits[at]!;
		const scene = sceneOf(module, here);
		if (!canSkip(module, now, at) || (at > visit && scene.flag.length === 0)) break;
		visits.push(at);
		if (here.decision || scene.kind !== 'decision' || scene.skip?.as === undefined) continue;
		const extended = extendLog(module, log, { scene: scene.id, choice: scene.skip.as });
		if (!extended.ok) break;
		log = [...log, ...extended.append];
		now = replay(module, log);
	}
	return { entries: log, visits };
}
