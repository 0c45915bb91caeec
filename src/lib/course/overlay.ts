import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';
import type { TextLeaf } from './text-leaves.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** A translation laid over the file it translates. */
export type Overlaid = {
	/** The original with every translated text in place; what is not translated stays as it was. */
	value: unknown;
	problems: Problem[];
	/** Texts that have no translation yet. */
	missing: number;
};

/**
 * Lays a translation over its original. The translation has the same nesting with chapters keyed by id and holds texts
 * only; keys that the original does not have and shapes that differ are errors, texts not translated a warning.
 * @param original the file's data; it is not changed
 * @param leaves the original's texts
 */
export function overlay(original: unknown, leaves: TextLeaf[], translation: YamlSource): Overlaid {
	const value = structuredClone(original);
	const problems: Problem[] = [];
	const report = (code: string, severity: Problem['severity'], path: Path, message: string, hint: string) =>
		problems.push({ code, severity, file: translation.file, ...translation.place(path, 'key'), message, hint });

	const byPath = new Map(leaves.map((leaf) => [keyOf(leaf.overlayPath), leaf]));
	const branches = new Map<string, Set<string>>();
	for (const { overlayPath } of leaves)
		for (let depth = 0; depth < overlayPath.length; depth += 1) {
			const above = keyOf(overlayPath.slice(0, depth));
			if (!branches.has(above)) branches.set(above, new Set());
			branches.get(above)?.add(String(overlayPath[depth]));
		}

	const translated = new Set<string>();
	const walk = (given: unknown, path: Path): void => {
		const key = keyOf(path);
		const leaf = byPath.get(key);
		if (leaf) {
			// A text with variants may be written as in the module file, each with its `text`.
			const text = isGroup(given) && Object.keys(given).join() === 'text' ? given['text'] : given;
			if (typeof text !== 'string' || text.trim() === '')
				report(
					'translation-shape',
					'error',
					path,
					`${named(path)} is not a text.`,
					'Write the translated text here, and nothing else.'
				);
			else {
				translated.add(key);
				put(value, leaf.path, text);
			}
			return;
		}
		const known = branches.get(key);
		if (!known || typeof given !== 'object' || given === null) {
			const hint = known ? 'Give it the same keys as the original.' : 'A translation holds texts only; take this out.';
			report('translation-shape', 'error', path, `${named(path)} has another shape than in the original.`, hint);
			return;
		}
		for (const [part, inner] of Object.entries(given)) {
			const next = [...path, Array.isArray(given) ? Number(part) : part];
			if (known.has(part)) walk(inner, next);
			else
				report(
					'translation-unknown',
					'error',
					next,
					`The original has no text at ${named(next)}.`,
					didYouMean(part, [...known], 'Take it out, or look whether the original was renamed.')
				);
		}
	};
	if (translation.value !== null) walk(translation.value, []);

	const missing = leaves.filter((leaf) => !translated.has(keyOf(leaf.overlayPath)));
	if (missing.length > 0)
		report(
			'translation-incomplete',
			'warning',
			[],
			`${missing.length} of ${leaves.length} texts are not translated; the first is ${named(missing[0]?.overlayPath ?? [])}.`,
			'They are shown in the original language until they are.'
		);
	return { value, problems, missing: missing.length };
}

function keyOf(path: Path): string {
	return path.join('\n');
}

function named(path: Path): string {
	return path.length === 0 ? 'this file' : `“${path.join(' › ')}”`;
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(value: unknown, path: Path, text: string): void {
	const parent = path.slice(0, -1).reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], value);
	(parent as Record<string | number, unknown>)[path.at(-1) ?? ''] = text;
}
