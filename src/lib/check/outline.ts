import type { Path } from '#lib/course/yaml-source.ts';

/** What a module file gives names to. */
export type NameKind = 'chapter' | 'scene' | 'ending' | 'aside' | 'person' | 'meter' | 'objective';

/** One name that a file gives, and where. */
export type Definition = { kind: NameKind; name: string; path: Path };

/** The names of a module, taken from its data without trusting its shape. */
export type Outline = {
	definitions: Definition[];
	/** Names of one kind, in file order; the same list each time. */
	names: (kind: NameKind) => readonly string[];
	/** Scenes and endings: wherever a way can lead. */
	targets: readonly string[];
	/** Where a scene or an ending stands; the file's top where there is none. */
	sceneAt: (id: string) => Path;
	/** A scene's own data, and its choices in written order. */
	scenes: SceneOutline[];
	sceneOf: (id: string) => SceneOutline | undefined;
};

/** One scene of an outline. */
export type SceneOutline = { id: string; path: Path; scene: Record<string, unknown>; choices: string[] };

/**
 * Lists the names in a module file's data, whatever its shape: so names are checked even where something else is wrong.
 * @param cast the people of the course, whom every module knows
 */
export function outlineOf(value: unknown, cast: unknown): Outline {
	const file = group(value);
	const definitions: Definition[] = [];
	const scenes: Outline['scenes'] = [];
	const define = (kind: NameKind, of: unknown, at: Path) => {
		for (const name of Object.keys(group(of))) definitions.push({ kind, name, path: [...at, name] });
	};
	for (const [index, chapter] of list(file['chapters']).entries()) {
		const { id, scenes: inside } = group(chapter);
		if (typeof id === 'string') definitions.push({ kind: 'chapter', name: id, path: ['chapters', index, 'id'] });
		define('scene', inside, ['chapters', index, 'scenes']);
		for (const [name, scene] of Object.entries(group(inside)))
			scenes.push({
				id: name,
				path: ['chapters', index, 'scenes', name],
				scene: group(scene),
				choices: Object.keys(group(group(scene)['choices']))
			});
	}
	define('ending', file['endings'], ['endings']);
	define('aside', file['asides'], ['asides']);
	define('meter', file['meters'], ['meters']);
	define('objective', file['objectives'], ['objectives']);
	define('person', file['cast'], ['cast']);
	const names: Record<NameKind, string[]> = {
		chapter: [],
		scene: [],
		ending: [],
		aside: [],
		person: [],
		meter: [],
		objective: []
	};
	for (const { kind, name } of definitions) names[kind].push(name);
	names.person.push(...Object.keys(group(cast)));
	const paths = new Map(
		definitions.flatMap(({ kind, name, path }) =>
			kind === 'scene' || kind === 'ending' ? [[name, path] as const] : []
		)
	);
	const byId = new Map(scenes.map((scene) => [scene.id, scene]));
	return {
		definitions,
		scenes,
		names: (kind) => names[kind],
		targets: [...names.scene, ...names.ending],
		sceneAt: (id) => paths.get(id) ?? [],
		sceneOf: (id) => byId.get(id)
	};
}

/** A value as a group of keys; an empty one where it is something else. */
export function group(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value as a list; an empty one where it is something else. */
export function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
