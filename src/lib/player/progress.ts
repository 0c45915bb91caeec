import type { PlayModule, Scene } from '#lib/scenario/module.ts';

/** Which part a scene is in; endings belong to the last one. */
export function partOf(module: PlayModule, scene: Scene): number {
	const chapter = module.chapters.find((one) => one.id === scene.chapter);
	return chapter?.part ?? module.chapters.at(-1)?.part ?? 1;
}

/**
 * How far each part has come, 0..1, by its chapters: never by a number of scenes, since ways differ in length.
 * @param scene where one is; null before the story
 */
export function progressOf(module: PlayModule, scene: Scene | null, ended: boolean): number[] {
	const parts = [...new Set(module.chapters.map((chapter) => chapter.part))];
	const at = scene ? module.chapters.findIndex((chapter) => chapter.id === scene.chapter) : -1;
	return parts.map((part) => {
		if (ended && (!scene || scene.kind === 'ending')) return 1;
		const chapters = module.chapters.flatMap((chapter, index) => (chapter.part === part ? [index] : []));
		const passed = chapters.filter((index) => index < at).length;
		return (passed + (chapters.includes(at) ? 0.5 : 0)) / chapters.length;
	});
}
