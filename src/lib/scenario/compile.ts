import { parseCondition, referencesOf, type Bands, type Condition } from '#lib/course/condition.ts';
import type { ModuleFile } from '#lib/course/module-schema.ts';
import { citationsFor } from './citation.ts';
import { compileScene } from './compile-scene.ts';
import type { CompileContext, Compiling } from './compiling.ts';
import { defineMachine } from './define-machine.ts';
import { digest } from './hash.ts';
import type { PlayModule, Scene } from './module.ts';
import { resolveScript } from './script.ts';

/**
 * The revision of a module: a hash of everything in its parsed file. Comments and the order of a scene's keys change
 * nothing, since the schema lays them out; the order of scenes and choices does, since it is shown.
 */
export function revisionOf(file: ModuleFile): string {
	return digest(JSON.stringify(file));
}

/**
 * Compiles a checked module file. The path map's layout is left empty: laying out is the catalogue's work.
 * @throws Error on a file with errors, which the check would have refused
 */
export function compileModule(file: ModuleFile, context: CompileContext): PlayModule {
	const compiling = compilingFor(file, context);
	const scenes: Record<string, Scene> = {};
	for (const chapter of file.chapters)
		for (const [id, scene] of Object.entries(chapter.scenes))
			if (!scene.route) scenes[id] = compileScene(id, chapter.id, scene, compiling);
	for (const [id, ending] of Object.entries(file.endings))
		scenes[id] = {
			id,
			chapter: null,
			kind: 'ending',
			title: context.render.plain(ending.title),
			who: Object.entries(ending.who ?? {}).map(([person, mood]) => ({ person, mood })),
			text: compiling.text(ending.text),
			asides: [],
			flag: [],
			offer: ending.offer ?? []
		};
	const cited = new Set(Object.values(scenes).flatMap((scene) => scene.debrief?.claims ?? []));
	const { plain, inline, block } = context.render;
	const module: PlayModule = {
		format: 1,
		course: context.course,
		id: file.id,
		revision: context.revision,
		language: context.language,
		title: plain(file.title),
		summary: plain(file.summary),
		youAre: plain(file.you_are),
		minutes: file.minutes,
		contentNotes: file.content_notes.map(({ topic, note }) => ({ topic, note: plain(note) })),
		objectives: Object.entries(file.objectives).map(([id, { text, need }]) => ({ id, text: plain(text), need })),
		cast: castOf(file, context, scenes),
		meters: file.meters ?? {},
		chapters: file.chapters.map((chapter) => ({
			id: chapter.id,
			title: plain(chapter.title),
			part: chapter.part,
			...(chapter.you_are && { youAre: plain(chapter.you_are) }),
			...(chapter.closing && { closing: compiling.text(chapter.closing) })
		})),
		scenes,
		asides: Object.fromEntries(
			Object.entries(file.asides ?? {}).map(([id, aside]) => [
				id,
				{ link: plain(aside.link), title: plain(aside.title), text: compiling.text(aside.text) }
			])
		),
		script: [],
		reflection: { ask: inline(file.reflection.ask), prompts: (file.reflection.prompts ?? []).map(plain) },
		nextShift: block(file.next_shift),
		claims: citationsFor(cited, context.evidence),
		map: { width: 0, height: 0, nodes: {}, edges: [] },
		definition: defineMachine(file, compiling, askedAbout(file, compiling.condition))
	};
	const script = resolveScript(module, file.script);
	return { ...module, script: script.ok ? script.way : [] };
}

function compilingFor(file: ModuleFile, context: CompileContext): Compiling {
	const bands: Bands = Object.fromEntries(Object.entries(file.meters ?? {}).map(([id, meter]) => [id, meter.bands]));
	const condition = (text: string) => {
		const parsed = parseCondition(text, bands);
		if (!parsed.ok) throw new Error(`${file.id}: condition “${text}”: ${parsed.message}`);
		return parsed.value;
	};
	return {
		...context,
		condition,
		text: (variants) =>
			(typeof variants === 'string' ? [{ text: variants }] : (variants ?? [])).map((variant) => ({
				...('when' in variant && variant.when !== undefined && { when: condition(variant.when) }),
				html: context.render.block(variant.text)
			}))
	};
}

function castOf(file: ModuleFile, context: CompileContext, scenes: Record<string, Scene>): PlayModule['cast'] {
	const everybody = { ...context.cast, ...file.cast };
	const present = new Set(
		Object.values(scenes).flatMap((scene) => [
			...scene.who.map(({ person }) => person),
			...(scene.debrief?.otherSide ? [scene.debrief.otherSide.who] : [])
		])
	);
	return Object.fromEntries(
		Object.entries(everybody).flatMap(([id, person]) =>
			present.has(id)
				? [
						[
							id,
							{
								name: context.render.plain(person.name),
								role: context.render.plain(person.role),
								...(person.about && { about: context.render.inline(person.about) })
							}
						]
					]
				: []
		)
	);
}

/** What conditions ask about: nothing else needs to be remembered by the machine. */
function askedAbout(
	file: ModuleFile,
	condition: (text: string) => Condition
): { chose: Set<string>; visited: Set<string> } {
	const references = conditionsIn(file).flatMap((text) => referencesOf(condition(text)));
	return {
		chose: new Set(references.flatMap((asked) => (asked.is === 'chose' ? [asked.scene] : []))),
		visited: new Set(references.flatMap((asked) => (asked.is === 'visited' ? [asked.scene] : [])))
	};
}

/** Every `when` in the file, wherever it stands. */
function conditionsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(conditionsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'when' && typeof inner === 'string' ? [inner] : conditionsIn(inner)
	);
}
