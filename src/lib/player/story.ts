import type { Entry, Html, PlayModule } from '#lib/scenario/module.ts';
import { replay, type Visit } from '#lib/scenario/replay.ts';
import { sceneOf } from './pages.ts';

/** One thing done on the way. `said` is what was chosen; null in a task, and where a skip must leave no trace. */
export type Deed = { key: number; title: string; said: Html | null; task: boolean };

/** What was done on a way so far, in order: the story so far, and each side of a conflict. */
export function storyOf(module: PlayModule, entries: Entry[]): Deed[] {
	return replay(module, entries).visits.flatMap((visit, key) => {
		if (!visit.decision) return [];
		const scene = sceneOf(module, visit);
		return [{ key, title: scene.title, said: saidAt(module, visit), task: scene.kind !== 'decision' }];
	});
}

/** The line chosen at a visit; null where none was, and where the scene can be skipped: then nobody can tell. */
export function saidAt(module: PlayModule, visit: Visit | undefined): Html | null {
	if (!visit?.decision || !('choice' in visit.decision)) return null;
	const scene = sceneOf(module, visit);
	return scene.kind === 'decision' && !scene.skip ? (scene.choices[visit.decision.choice]?.say ?? null) : null;
}

/** The people met up to and including a visit, in the order of the cast. */
export function peopleMet(module: PlayModule, visits: Visit[]): string[] {
	const met = new Set(visits.flatMap((visit) => sceneOf(module, visit).who.map(({ person }) => person)));
	return Object.keys(module.cast).filter((person) => met.has(person));
}
