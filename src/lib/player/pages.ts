import type { Html, PlayModule, Scene } from '#lib/scenario/module.ts';
import type { Replayed, Visit } from '#lib/scenario/replay.ts';
import { textFor } from '#lib/scenario/text.ts';
import { isActivity } from '#lib/scenario/activity.ts';

/** One page of the story as it is turned: derived from the way taken, never saved. `visit` is an index of its visits. */
export type Page =
	/** Stands before a flagged scene; with nothing to skip there, only where its topics are new on the way. */
	| { kind: 'note'; visit: number; topics: string[] }
	| { kind: 'scene'; visit: number }
	/** In place of flagged scenes that were skipped in this sitting, up to `visit`. */
	| { kind: 'skipped'; visit: number; html: Html[] }
	/** After an activity. */
	| { kind: 'feedback'; visit: number }
	| Closing
	/** What were you trying to do? */
	| { kind: 'trying'; visit: number }
	| { kind: 'debrief'; visit: number };

/**
 * The end of a chapter. `visit` is the first one after it; `partEnds` is the part that ends here too; `youAre` is whom one
 * plays from now on, where that changes.
 */
export type Closing = {
	kind: 'closing';
	visit: number;
	chapter: string;
	html: Html;
	partEnds: number | null;
	youAre: string | null;
};

/**
 * The pages of a way through a module, from its first scene to where it waits, or to the debrief where it has ended.
 * @param skipped scenes skipped in this sitting, as indices of visits; they leave no other trace
 */
export function pagesOf(
	module: PlayModule,
	replayed: Pick<Replayed, 'visits' | 'ended'>,
	skipped: readonly number[]
): Page[] {
	const pages: Page[] = [];
	for (const [visit, now] of replayed.visits.entries()) {
		const before = replayed.visits.slice(0, visit);
		const closing = closingBetween(module, before.at(-1), now, visit);
		if (closing) pages.push(closing);
		pages.push(...pagesOfVisit(module, now, visit, { before, skipped, last: pages.at(-1) }));
	}
	const visit = replayed.visits.length - 1;
	if (replayed.ended !== null) pages.push({ kind: 'trying', visit }, { kind: 'debrief', visit });
	return pages;
}

/** Index of the page on which a visit's own scene begins: its content note where it has one. */
export function pageOfVisit(pages: Page[], visit: number): number {
	const found = pages.findIndex((page) => page.visit >= visit && page.kind !== 'closing');
	return found < 0 ? pages.length - 1 : found;
}

/** The scene of a visit. @throws Error where the module has no such scene: visits come from the same module */
export function sceneOf(module: PlayModule, visit: Visit): Scene {
	const scene = module.scenes[visit.scene];
	if (!scene) throw new Error(`Module ${module.id} has no scene ${visit.scene}`);
	return scene;
}

function pagesOfVisit(
	module: PlayModule,
	now: Visit,
	visit: number,
	around: { before: Visit[]; skipped: readonly number[]; last: Page | undefined }
): Page[] {
	const scene = sceneOf(module, now);
	if (around.skipped.includes(visit)) {
		const html = scene.skip?.html ?? '';
		if (around.last?.kind !== 'skipped') return [{ kind: 'skipped', visit, html: html ? [html] : [] }];
		around.last.visit = visit;
		if (html && !around.last.html.includes(html)) around.last.html.push(html);
		return [];
	}
	// Where there is nothing to skip, once on the way is enough: the same words again and again only tire.
	const known = (scene.skip ? around.before.slice(-1) : around.before).flatMap((one) => sceneOf(module, one).flag);
	const topics = scene.flag.filter((topic) => !known.includes(topic));
	return [
		...(topics.length > 0 ? [{ kind: 'note', visit, topics } as const] : []),
		{ kind: 'scene', visit },
		...(isActivity(scene) && now.decision ? [{ kind: 'feedback', visit } as const] : [])
	];
}

function closingBetween(module: PlayModule, before: Visit | undefined, now: Visit, visit: number): Closing | null {
	const ended = before && chapterOf(module, before);
	const begun = chapterOf(module, now);
	if (!ended || ended === begun) return null;
	const html = textFor(ended.closing ?? [], now.facts);
	const partEnds = begun && begun.part !== ended.part ? ended.part : null;
	const youAre = begun?.youAre && begun.youAre !== (ended.youAre ?? module.youAre) ? begun.youAre : null;
	if (!html && partEnds === null && !youAre) return null;
	return { kind: 'closing', visit, chapter: ended.id, html, partEnds, youAre };
}

function chapterOf(module: PlayModule, visit: Visit) {
	return module.chapters.find((chapter) => chapter.id === sceneOf(module, visit).chapter);
}
