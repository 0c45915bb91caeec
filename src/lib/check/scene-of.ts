import type { ModuleFile, SceneFile } from '#lib/course/module-schema.ts';
import type { Path } from '#lib/course/yaml-source.ts';

/** The scene of a module file at a path that its outline gave. */
export function sceneOf(file: ModuleFile, path: Path): SceneFile {
	const [, chapter, , id] = path;
	return file.chapters[Number(chapter)]?.scenes[String(id)] ?? {};
}
