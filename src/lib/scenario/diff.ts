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
	/** The first decision of theirs that no longer counts as it stood, `scene/choice` or an activity's scene. */
	lost: string | null;
};

/** What an edit did, and where learners in the middle land. */
export type ModuleDiff = { changes: Change[]; landings: Landing[] };

/**
 * What an edit changes for authors and for learners in the middle. Landings are found by playing ways to each place of
 * the old module and replaying them in the new one; those who stay where they are with everything kept are left out, and
 * of several who lose the same decision at the same place the one with the shortest way stands for all.
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
	const landings = new Map<string, Landing>();
	for (const [from, ways] of sampleWays(before))
		for (const way of ways) {
			const landing = landingOf(after, from, way);
			if (landing.to === from && landing.kept === landing.made) continue;
			const key = `${from} ${landing.to} ${landing.lost}`;
			if (!landings.has(key)) landings.set(key, landing);
		}
	return [...landings.values()];
}

function landingOf(after: PlayModule, from: string, way: Decision[]): Landing {
	const { place, way: kept, held } = replay(after, way);
	const lost = way.find((decision) => !kept.includes(decision));
	return {
		from,
		to: place,
		kept: kept.length,
		made: way.length,
		held: held.length,
		lost: lost ? nameOf(lost) : null
	};
}

function nameOf(decision: Decision): string {
	return 'choice' in decision ? `${decision.scene}/${decision.choice}` : decision.scene;
}
