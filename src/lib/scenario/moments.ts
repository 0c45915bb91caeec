import type { Citation, Decision, Html, Objective, PlayModule, Scene } from './module.ts';
import type { Replayed, Visit } from './replay.ts';

/** One moment of the debrief. */
export type Moment = {
	scene: string;
	title: string;
	decision: Decision;
	decisionIndex: number;
	/** What the learner said or did; null in an activity, and where the scene can be skipped without a trace. */
	said: Html | null;
	happened: Html | null;
	otherSide: { person: string; name: string; html: Html } | null;
	finding: Html;
	limits: string;
	claims: { id: string; strength: string; sources: Citation[] }[];
};

/** Moments that belong to one objective; null for those that belong to none. */
export type MomentGroup = { objective: Objective | null; moments: Moment[] };

/**
 * The moments that mattered on this way, grouped by objective in the module's order, each scene once (its latest visit).
 * A scene that can be skipped tells nothing of what was chosen there, so that skipping leaves no trace.
 */
export function moments(module: PlayModule, replayed: Replayed): MomentGroup[] {
	const latest = new Map<string, Moment>();
	for (const visit of replayed.visits) {
		const moment = momentOf(module, visit);
		if (!moment) continue;
		latest.delete(visit.scene);
		latest.set(visit.scene, moment);
	}
	const found = [...latest.values()];
	const groups: MomentGroup[] = [...module.objectives, null].map((objective) => ({
		objective,
		moments: found.filter((moment) => objectiveOf(module, moment.scene) === (objective?.id ?? null))
	}));
	return groups.filter((group) => group.moments.length > 0);
}

function momentOf(module: PlayModule, visit: Visit): Moment | null {
	const scene = module.scenes[visit.scene];
	const debrief = scene?.debrief;
	if (!scene || !debrief || !visit.decision || visit.decisionIndex === null) return null;
	const choice = !scene.skip && 'choice' in visit.decision ? visit.decision.choice : null;
	return {
		scene: visit.scene,
		title: scene.title,
		decision: visit.decision,
		decisionIndex: visit.decisionIndex,
		said: choice !== null && scene.kind === 'decision' ? (scene.choices[choice]?.say ?? null) : null,
		happened: choice === null ? null : (debrief.happened[choice] ?? null),
		otherSide: otherSideOf(module, scene, choice),
		finding: debrief.finding,
		limits: debrief.limits,
		claims: debrief.claims.flatMap((id) => {
			const claim = module.claims[id];
			return claim ? [{ id, ...claim }] : [];
		})
	};
}

function otherSideOf(module: PlayModule, scene: Scene, choice: string | null): Moment['otherSide'] {
	const side = scene.debrief?.otherSide;
	if (!side) return null;
	const html = typeof side.text === 'string' ? side.text : choice === null ? undefined : side.text[choice];
	if (html === undefined) return null;
	return { person: side.who, name: module.cast[side.who]?.name ?? side.who, html };
}

/** The objective a moment is listed under: the scene's own, where the module has it. */
function objectiveOf(module: PlayModule, scene: string): string | null {
	const id = module.scenes[scene]?.debrief?.objective ?? null;
	return module.objectives.some((objective) => objective.id === id) ? id : null;
}
