import type { Path } from './yaml-source.ts';

/** One text in a file that a reader sees, and the two ways to name it. */
export type TextLeaf = {
	text: string;
	/** Where it stands in its own file. */
	path: Path;
	/** Where a translation has it: chapters, content notes and asides by id, everything else in the same nesting. */
	overlayPath: Path;
	/** `line`: one line of plain text; `markdown`: Markdown. */
	kind: 'line' | 'markdown';
};

const scene = 'chapters.*.scenes.*';

/** Every place of a module file that holds a text people read: `*` is any id or number; `+` ends a list of variants. */
const MODULE_TEXTS: readonly [pattern: string, kind: TextLeaf['kind']][] = [
	['title', 'line'],
	['summary', 'line'],
	['you_are', 'line'],
	['content_notes.*.note', 'line'],
	['objectives.*.text', 'line'],
	['cast.*.name', 'line'],
	['cast.*.role', 'line'],
	['cast.*.about', 'line'],
	['chapters.*.title', 'line'],
	['chapters.*.you_are', 'line'],
	['chapters.*.closing+', 'markdown'],
	[`${scene}.title`, 'line'],
	[`${scene}.text+`, 'markdown'],
	[`${scene}.question`, 'line'],
	[`${scene}.skip.text`, 'markdown'],
	[`${scene}.choices.*.say`, 'line'],
	[`${scene}.sort.ask`, 'line'],
	[`${scene}.sort.into.*`, 'line'],
	[`${scene}.sort.items.*.text`, 'line'],
	[`${scene}.sort.items.*.because`, 'markdown'],
	[`${scene}.select.ask`, 'line'],
	[`${scene}.select.options.*.text`, 'line'],
	[`${scene}.select.options.*.because`, 'markdown'],
	[`${scene}.reword.ask`, 'line'],
	[`${scene}.reword.document`, 'markdown'],
	[`${scene}.reword.phrases.*.text`, 'line'],
	[`${scene}.reword.phrases.*.keep.because`, 'markdown'],
	[`${scene}.reword.phrases.*.options.*.say`, 'line'],
	[`${scene}.reword.phrases.*.options.*.because`, 'markdown'],
	[`${scene}.rate.ask`, 'line'],
	[`${scene}.rate.low`, 'line'],
	[`${scene}.rate.high`, 'line'],
	[`${scene}.reflect.ask`, 'line'],
	[`${scene}.reflect.prompts.*`, 'line'],
	[`${scene}.debrief.happened.*`, 'markdown'],
	[`${scene}.debrief.other_side.text`, 'markdown'],
	[`${scene}.debrief.other_side.text.*`, 'markdown'],
	[`${scene}.debrief.finding`, 'markdown'],
	[`${scene}.debrief.limits`, 'line'],
	['asides.*.link', 'line'],
	['asides.*.title', 'line'],
	['asides.*.text+', 'markdown'],
	['endings.*.title', 'line'],
	['endings.*.text+', 'markdown'],
	['reflection.ask', 'line'],
	['reflection.prompts.*', 'line'],
	['next_shift', 'markdown']
];

const COURSE_TEXTS: readonly [pattern: string, kind: TextLeaf['kind']][] = [
	['title', 'line'],
	['summary', 'line'],
	['audience', 'line'],
	['cast.*.name', 'line'],
	['cast.*.role', 'line'],
	['cast.*.about', 'line']
];

/** The texts of a module file, or of anything shaped nearly like one, in the order of the table above. */
export function moduleTexts(file: unknown): TextLeaf[] {
	return leavesOf(file, MODULE_TEXTS);
}

/** The texts of a `course.yaml`. */
export function courseTexts(file: unknown): TextLeaf[] {
	return leavesOf(file, COURSE_TEXTS);
}

function leavesOf(file: unknown, patterns: typeof MODULE_TEXTS): TextLeaf[] {
	const leaves: TextLeaf[] = [];
	for (const [pattern, kind] of patterns) {
		const variants = pattern.endsWith('+');
		const parts = (variants ? pattern.slice(0, -1) : pattern).split('.');
		collect(file, parts, [], [], (found, path, overlayPath) => {
			if (typeof found === 'string') leaves.push({ text: found, path, overlayPath, kind });
			else if (variants && Array.isArray(found))
				for (const [index, variant] of found.entries()) {
					// A translation may list the bare texts.
					const bare = typeof variant === 'string';
					const text: unknown = bare ? variant : (variant as { text?: unknown } | null)?.text;
					const at = bare ? [...path, index] : [...path, index, 'text'];
					if (typeof text === 'string') leaves.push({ text, path: at, overlayPath: [...overlayPath, index], kind });
				}
		});
	}
	return leaves;
}

function collect(
	value: unknown,
	parts: string[],
	path: Path,
	overlayPath: Path,
	found: (value: unknown, path: Path, overlayPath: Path) => void
): void {
	const [part, ...rest] = parts;
	if (part === undefined) return found(value, path, overlayPath);
	if (typeof value !== 'object' || value === null) return;
	if (part !== '*') {
		if (Object.hasOwn(value, part))
			collect((value as Record<string, unknown>)[part], rest, [...path, part], [...overlayPath, part], found);
		return;
	}
	if (Array.isArray(value))
		for (const [index, item] of value.entries())
			collect(item, rest, [...path, index], [...overlayPath, overlayKey(item) ?? index], found);
	else
		for (const [key, item] of Object.entries(value)) collect(item, rest, [...path, key], [...overlayPath, key], found);
}

/** Lists of things with a name of their own are keyed by it in a translation, so that reordering breaks nothing. */
function overlayKey(item: unknown): string | null {
	const { id, topic } = (item ?? {}) as { id?: unknown; topic?: unknown };
	if (typeof id === 'string') return id;
	return typeof topic === 'string' ? topic : null;
}
