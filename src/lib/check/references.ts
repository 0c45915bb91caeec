import { parseCondition, referencesOf, type Bands } from '#lib/course/condition.ts';
import { settingsNamedIn } from '#lib/course/markdown.ts';
import type { TextLeaf } from '#lib/course/text-leaves.ts';
import type { Path } from '#lib/course/yaml-source.ts';
import { group, list, type Outline } from './outline.ts';

/** What a reference may name. `target` is a scene or an ending; `moment` a decision or an activity. */
export type ReferenceKind =
	| 'target'
	| 'scene'
	| 'moment'
	| 'choice'
	| 'aside'
	| 'person'
	| 'objective'
	| 'meter'
	| 'claim'
	| 'setting'
	| 'group'
	| 'phrase'
	| 'unreadable-condition';

/** One place of a module file that names something. */
export type Reference = {
	kind: ReferenceKind;
	name: string;
	/** The scene whose choices, groups or phrases are meant. */
	of?: string;
	path: Path;
	/** The name is a key. */
	isKey?: boolean;
	/** What is wrong with a condition that cannot be read, and how many characters into it. */
	trouble?: { at: number; message: string };
};

/**
 * Everything a module file names, taken from its data without trusting its shape.
 * @param texts the file’s texts, in which settings are named
 */
export function referencesIn(value: unknown, outline: Outline, texts: readonly TextLeaf[]): Reference[] {
	const file = group(value);
	const found: Reference[] = [];
	const add = (kind: ReferenceKind, name: unknown, path: Path, more: Partial<Reference> = {}) => {
		if (typeof name === 'string') found.push({ kind, name, path, ...more });
	};
	const addKeys = (kind: ReferenceKind, of: unknown, path: Path, more: Partial<Reference> = {}) => {
		for (const name of Object.keys(group(of))) add(kind, name, [...path, name], { isKey: true, ...more });
	};
	const addList = (kind: ReferenceKind, of: unknown, path: Path, more: Partial<Reference> = {}) => {
		for (const [index, name] of list(of).entries()) add(kind, name, [...path, index], more);
	};

	add('target', file['start'], ['start']);
	for (const { id, path, scene } of outline.scenes) {
		addKeys('person', scene['who'], [...path, 'who']);
		addList('aside', scene['asides'], [...path, 'asides']);
		addDestination(scene['next'], [...path, 'next'], add);
		addDestination(scene['route'], [...path, 'route'], add);
		addKeys('objective', scene['score'], [...path, 'score']);
		add('choice', group(scene['skip'])['as'], [...path, 'skip', 'as'], { of: id });
		for (const [name, choice] of Object.entries(group(scene['choices']))) {
			const at = [...path, 'choices', name];
			addDestination(group(choice)['to'], [...at, 'to'], add);
			addKeys('meter', group(choice)['meters'], [...at, 'meters']);
			addKeys('objective', group(choice)['score'], [...at, 'score']);
		}
		addSort(id, scene, path, add, addList);
		for (const { name } of phrasesIn(group(scene['reword'])['document']))
			add('phrase', name, [...path, 'reword', 'document'], { of: id });
		const debrief = group(scene['debrief']);
		add('objective', debrief['objective'], [...path, 'debrief', 'objective']);
		addKeys('choice', debrief['happened'], [...path, 'debrief', 'happened'], { of: id });
		addList('claim', debrief['claims'], [...path, 'debrief', 'claims']);
		const side = group(debrief['other_side']);
		add('person', side['who'], [...path, 'debrief', 'other_side', 'who']);
		addKeys('choice', side['text'], [...path, 'debrief', 'other_side', 'text'], { of: id });
	}
	for (const [id, ending] of Object.entries(group(file['endings']))) {
		addKeys('person', group(ending)['who'], ['endings', id, 'who']);
		addList('moment', group(ending)['offer'], ['endings', id, 'offer']);
	}
	addScript(file['script'], add);
	for (const { text, path } of texts) for (const key of settingsNamedIn(text)) add('setting', key, path);
	addConditions(value, [], bandsOf(file['meters']), add);
	return found;
}

type Add = (kind: ReferenceKind, name: unknown, path: Path, more?: Partial<Reference>) => void;

/** Phrases named in a document as `{phrase: id}`, each as often as it stands there. */
export function phrasesIn(document: unknown): { name: string; at: number }[] {
	if (typeof document !== 'string') return [];
	return [...document.matchAll(/\{phrase:\s*([^}]*?)\s*\}/g)].map((match) => ({
		name: match[1] ?? '',
		at: match.index
	}));
}

function addDestination(to: unknown, path: Path, add: Add): void {
	add('target', to, path);
	for (const [index, way] of list(to).entries()) add('target', group(way)['to'], [...path, index, 'to']);
}

function addSort(id: string, scene: Record<string, unknown>, path: Path, add: Add, addList: Add): void {
	for (const [name, item] of Object.entries(group(group(scene['sort'])['items']))) {
		const at = [...path, 'sort', 'items', name, 'in'];
		add('group', group(item)['in'], at, { of: id });
		addList('group', group(item)['in'], at, { of: id });
	}
}

/** `scene/choice` for a decision; `scene` or `scene badly` for an activity. */
function addScript(script: unknown, add: Add): void {
	for (const [index, step] of list(script).entries()) {
		if (typeof step !== 'string') continue;
		const [scene = '', choice] = step.replace(/ badly$/, '').split('/');
		add('scene', scene, ['script', index]);
		if (choice !== undefined) add('choice', choice, ['script', index], { of: scene });
	}
}

function addConditions(value: unknown, path: Path, bands: Bands, add: Add): void {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value)) {
		const at = [...path, Array.isArray(value) ? Number(key) : key];
		if (key !== 'when' || typeof inner !== 'string') addConditions(inner, at, bands, add);
		else addCondition(inner, at, bands, add);
	}
}

function addCondition(text: string, path: Path, bands: Bands, add: Add): void {
	const parsed = parseCondition(text, bands);
	if (!parsed.ok) return add('unreadable-condition', text, path, { trouble: parsed });
	for (const asked of referencesOf(parsed.value)) {
		if (asked.is === 'meter') add('meter', asked.meter, path);
		else if (asked.is === 'score') add('objective', asked.objective, path);
		else add('scene', asked.scene, path);
		if (asked.is === 'chose') add('choice', asked.choice, path, { of: asked.scene });
	}
}

function bandsOf(meters: unknown): Bands {
	return Object.fromEntries(
		Object.entries(group(meters)).map(([id, meter]) => [
			id,
			Object.fromEntries(
				Object.entries(group(group(meter)['bands'])).filter(
					(band): band is [string, number] => typeof band[1] === 'number'
				)
			)
		])
	);
}
