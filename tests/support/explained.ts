import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { samplesDir } from './check-files.ts';

const checkDir = fileURLToPath(new URL('../../src/lib/check', import.meta.url));

/** The page that explains one code of the check. */
export type Explained = {
	code: string;
	/** Below `src/lib/check`. */
	file: string;
	text: string;
	/** Its first paragraph. */
	summary: string;
	/** Changes to the base sample, by file; empty where a file cannot show the mistake. */
	patches: { file: string; yaml: string; isWhole: boolean }[];
	/** What the check says about it: message and hint. */
	said: string | null;
};

/** Every page beside a check, by code. */
export function explainedCodes(): Explained[] {
	return readdirSync(checkDir, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.sort()
		.map((file) => {
			const text = readFileSync(join(checkDir, file), 'utf8');
			const fences = [...text.matchAll(/^```(\w+)(?: (\S+?)( whole)?)?\n(.*?)^```$/gms)];
			return {
				code: /^# (.+)$/m.exec(text)?.[1] ?? '',
				file,
				text,
				summary: text.split('\n\n')[1]?.replaceAll('\n', ' ') ?? '',
				patches: fences.flatMap(([, kind, name, whole, yaml]) =>
					kind === 'yaml' && name ? [{ file: name, yaml: yaml ?? '', isWhole: whole !== undefined }] : []
				),
				said: fences.find(([, kind]) => kind === 'text')?.[4]?.trim() ?? null
			};
		});
}

/** The base sample with a page's patches applied: paths and texts, for `checkFiles`. */
export function patchedSample(patches: Explained['patches']): Record<string, string> {
	const files: Record<string, string> = {
		'sample/course.yaml': readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8'),
		'sample/visit.yaml': readFileSync(join(samplesDir, 'base/visit.yaml'), 'utf8')
	};
	for (const { file, yaml, isWhole } of patches) {
		const path = file === 'settings.yaml' ? file : `sample/${file}`;
		const base = files[path];
		files[path] = base === undefined || isWhole ? yaml : stringify(merged(parse(base), parse(yaml)));
	}
	return files;
}

/**
 * A patch over a value: groups are merged, and so are list entries with the same `id`; `null` takes a key out; a `scenes`
 * at the top reaches into whichever chapter has them.
 */
export function merged(base: unknown, patch: unknown): unknown {
	if (isListOfIds(base) && isListOfIds(patch)) return mergedById(base, patch);
	if (!isGroup(base) || !isGroup(patch)) return patch;
	const result: Record<string, unknown> = { ...base };
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) delete result[key];
		else if (key === 'scenes' && Array.isArray(result['chapters'])) mergeScenes(result['chapters'], value);
		else result[key] = merged(result[key], value);
	}
	return result;
}

function mergeScenes(chapters: unknown[], scenes: unknown): void {
	for (const [id, scene] of Object.entries(scenes as Record<string, unknown>)) {
		const index = Math.max(
			0,
			chapters.findIndex((chapter) => isGroup(chapter) && Object.hasOwn(chapter['scenes'] as object, id))
		);
		chapters[index] = merged(chapters[index], { scenes: { [id]: scene } });
	}
}

function mergedById(base: WithId[], patch: WithId[]): unknown[] {
	const added = patch.filter(({ id }) => !base.some((entry) => entry.id === id));
	return [...base.map((entry) => merged(entry, patch.find(({ id }) => id === entry.id) ?? {})), ...added];
}

type WithId = Record<string, unknown> & { id: string };

function isListOfIds(value: unknown): value is WithId[] {
	return Array.isArray(value) && value.every((entry) => isGroup(entry) && typeof entry['id'] === 'string');
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
