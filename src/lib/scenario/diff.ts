import { isActivity, optionsOf } from './activity.ts';
import type { Decision, PlayModule, Scene } from './module.ts';
import { replay } from './replay.ts';
import { sampleWays } from './sample-ways.ts';

/** One thing that an edit did to a module, as an author has to know it before publishing. */
export type Change =
	| { kind: 'scene-added' | 'scene-removed'; scene: string }
	| { kind: 'choice-added' | 'choice-removed'; scene: string; choice: string }
	/** Same id, other words: if the meaning changed too, give it a new id, or old logs will be misread. */
	| { kind: 'choice-reworded'; scene: string; choice: string; from: string; to: string }
	/** The scene is of another kind, or asks about other items: answers kept from before no longer count. */
	| { kind: 'activity-changed'; scene: string };

/** Where learners who wait at a scene of the old module will be in the new one. */
export type Landing = {
	/** Scene of the old module where they wait. */
	from: string;
	/** Scene of the new module where they land. */
	to: string;
	/** Decisions of theirs that still count, of those they had made. */
	kept: number;
	made: number;
	/** Decisions set aside for one decision, because something new stands in the way. */
	held: number;
};

/** What an edit did, and where learners in the middle land. */
export type ModuleDiff = { changes: Change[]; landings: Landing[] };

/**
 * What an edit changes for authors and for learners in the middle. Landings are found by playing a way to each place
 * of the old module and replaying it in the new one; those who stay where they are with everything kept are left out.
 */
export function diffModules(before: PlayModule, after: PlayModule): ModuleDiff {
	return { changes: changesBetween(before, after), landings: landingsBetween(before, after) };
}

function changesBetween(before: PlayModule, after: PlayModule): Change[] {
	const changes: Change[] = [];
	for (const [id, scene] of Object.entries(before.scenes)) {
		const now = after.scenes[id];
		if (!now) changes.push({ kind: 'scene-removed', scene: id });
		else changes.push(...changesIn(id, scene, now));
	}
	for (const id of Object.keys(after.scenes)) if (!before.scenes[id]) changes.push({ kind: 'scene-added', scene: id });
	return changes;
}

function changesIn(scene: string, was: Scene, now: Scene): Change[] {
	const before = was.kind === 'decision' ? was.choices : {};
	const after = now.kind === 'decision' ? now.choices : {};
	const changes: Change[] = [];
	for (const [choice, { say }] of Object.entries(before)) {
		const same = after[choice];
		if (!same) changes.push({ kind: 'choice-removed', scene, choice });
		else if (same.say !== say) changes.push({ kind: 'choice-reworded', scene, choice, from: say, to: same.say });
	}
	for (const choice of Object.keys(after)) if (!before[choice]) changes.push({ kind: 'choice-added', scene, choice });
	if (isActivity(was) && !(isActivity(now) && JSON.stringify(optionsOf(was)) === JSON.stringify(optionsOf(now))))
		changes.push({ kind: 'activity-changed', scene });
	return changes;
}

function landingsBetween(before: PlayModule, after: PlayModule): Landing[] {
	return [...sampleWays(before)].flatMap(([from, way]: [string, Decision[]]) => {
		const landed = replay(after, way);
		const settled = landed.place === from && landed.way.length === way.length;
		if (settled) return [];
		return [{ from, to: landed.place, kept: landed.way.length, made: way.length, held: landed.held.length }];
	});
}
