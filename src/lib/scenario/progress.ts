import type { PlayModule } from './module.ts';
import type { Replayed } from './replay.ts';

/** Where one is among the chapters: in one, just after one, or at the end. */
export type Standing = { in: string | null } | { after: string | null } | 'ended';

/** Which part a chapter is in; null before the story. */
export function partOf(module: PlayModule, chapter: string | null): number | null {
	return module.chapters.find((one) => one.id === chapter)?.part ?? null;
}

/** How far each part has come, 0..1, by its chapters: never by a number of scenes, since ways differ in length. */
export function progressOf(module: PlayModule, standing: Standing): number[] {
	const parts = [...new Set(module.chapters.map((chapter) => chapter.part))];
	if (standing === 'ended') return parts.map(() => 1);
	const [id, inside] = 'in' in standing ? [standing.in, 0.5] : [standing.after, 1];
	const at = module.chapters.findIndex((chapter) => chapter.id === id);
	return parts.map((part) => {
		const chapters = module.chapters.flatMap((chapter, index) => (chapter.part === part ? [index] : []));
		const passed = chapters.filter((index) => index < at).length;
		return (passed + (chapters.includes(at) ? inside : 0)) / chapters.length;
	});
}

/**
 * How much of the story is behind one, 0..1, for an LMS that asks: the chapters that have ended, of all; 1 at an ending.
 * By chapters and not by scenes, since ways differ in length.
 */
export function shareDone(module: PlayModule, now: Pick<Replayed, 'ended' | 'place'>): number {
	if (now.ended !== null) return 1;
	const at = module.chapters.findIndex(({ id }) => id === module.scenes[now.place]?.chapter);
	return Math.max(0, at) / module.chapters.length;
}
