import {
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type Pair,
	type Scalar,
	type YAMLError,
	type YAMLMap
} from 'yaml';
import type { Problem } from './problem.ts';

/** Keys and indexes from the top of a file down to one value. */
export type Path = readonly (string | number)[];

/** Line and column, both from 1. */
export type Place = { line: number; column: number };

/** One YAML file, read: what it says, and where each part of it stands. */
export type YamlSource = {
	/** As problems name it: relative to the folder that holds `courses`. */
	file: string;
	/** The file's text, as read. */
	text: string;
	/** Plain data; null for an empty file. */
	value: unknown;
	/** Where a value begins, or with `key` where its key stands; the nearest part that is there, where it is not. */
	place: (path: Path, what?: 'value' | 'key') => Place;
};

/** A source with no syntax mistakes, or only problems. */
export type ReadYaml = { source: YamlSource | null; problems: Problem[] };

/**
 * Reads YAML text and keeps positions. Never throws: broken syntax, keys that stand twice, anchors (which can blow up a
 * small file, and hide where a text stands), tags, several documents and depth that no course needs are problems.
 */
export function parseYaml(file: string, text: string): ReadYaml {
	const lines = new LineCounter();
	const problems: Problem[] = [];
	const report = (offset: number, code: string, message: string, hint: string) =>
		problems.push({ code, severity: 'error', file, ...placeAt(lines, offset), message, hint });

	// The library looks for keys that stand twice by comparing each with each: a file of many keys would never end.
	const options = { lineCounter: lines, prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
	const document = parseDocument(text, options);
	for (const error of document.errors) report(error.pos[0], ...told(error));
	for (const key of keysAgain(document))
		report(
			offsetOf(key) ?? 0,
			'duplicate-key',
			`“${String(key.value)}” stands twice in the same place.`,
			'Rename one of the two, or take it out.'
		);
	for (const warning of document.warnings)
		report(warning.pos[0], 'yaml-syntax', `This tag means nothing here: ${warning.message}.`, 'Take the tag out.');
	if (problems.length > 0) return { source: null, problems: withoutEchoes(problems) };

	try {
		const value: unknown = document.toJS({ maxAliasCount: 0 });
		return { source: { file, text, value, place: placeIn(document, lines) }, problems };
	} catch {
		// maxAliasCount 0 refuses every alias; anything else toJS throws is told in the same way, at the first line.
		visit(document, {
			Alias: (_key, node) => {
				report(
					node.range?.[0] ?? 0,
					'yaml-alias',
					`“*${node.source}” refers to another part of the file.`,
					'Write the text or the value out here.'
				);
			}
		});
		if (problems.length === 0)
			report(0, 'yaml-syntax', 'This file cannot be read as YAML.', 'Start from a file that works.');
		return { source: null, problems };
	}
}

function placeAt(lines: LineCounter, offset: number): Place {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Keys that stand for the second time in their map, compared as they will be in plain data. */
function keysAgain(document: Document): Scalar[] {
	const again: Scalar[] = [];
	visit(document, {
		Map: (_key, { items }) => {
			const seen = new Set<string>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				if (seen.has(String(key.value))) again.push(key);
				seen.add(String(key.value));
			}
		}
	});
	return again;
}

function placeIn(document: Document, lines: LineCounter): YamlSource['place'] {
	const known = new WeakMap<YAMLMap, Map<string, Pair>>();
	const pairIn = (map: YAMLMap, key: string): Pair | undefined => {
		const pairs = known.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]));
		known.set(map, pairs);
		return pairs.get(key);
	};
	return (path, what = 'value') => {
		let node: unknown = document.contents;
		let offset = offsetOf(node) ?? 0;
		for (const [depth, part] of path.entries()) {
			const pair = isMap(node) ? pairIn(node, String(part)) : undefined;
			const next: unknown = isSeq(node) ? node.items[Number(part)] : pair?.value;
			if (next === undefined || (next === null && !pair)) break;
			const atKey = pair !== undefined && (next === null || (what === 'key' && depth === path.length - 1));
			offset = (atKey ? offsetOf(pair.key) : offsetOf(next)) ?? offset;
			// A missing part of a map is told at the map's key: its own beginning is its first entry.
			if (pair !== undefined && depth < path.length - 1 && isMap(next) && !next.flow)
				offset = offsetOf(pair.key) ?? offset;
			node = next;
		}
		return placeAt(lines, offset);
	};
}

function keyOf(pair: Pair): string {
	return isScalar(pair.key) ? String(pair.key.value) : '';
}

function offsetOf(node: unknown): number | undefined {
	return (node as { range?: [number, number, number] | null } | null)?.range?.[0];
}

/** One slip often breaks several things at the same spot; the first of a line says enough. */
function withoutEchoes(problems: Problem[]): Problem[] {
	const seen = new Set<string>();
	return problems.filter(({ code, line }) => {
		const key = `${code}:${line}`;
		return seen.has(key) ? false : seen.add(key);
	});
}

function told(error: YAMLError): [code: string, message: string, hint: string] {
	switch (error.code) {
		case 'TAB_AS_INDENT':
			return ['yaml-syntax', 'This line is indented with a tab.', 'Use spaces, two for each level.'];
		case 'BLOCK_AS_IMPLICIT_KEY':
			return [
				'yaml-syntax',
				'A colon followed by a space stands inside a text.',
				'Put the whole text in double quotes, or write it below a “|”.'
			];
		case 'MISSING_CHAR':
			return ['yaml-syntax', `${error.message}.`, 'Close the quotation mark or bracket that is open here.'];
		case 'BAD_INDENT':
			return [
				'yaml-syntax',
				`The indentation does not fit: ${lowerFirst(error.message)}.`,
				'Line it up with the lines of the same level above.'
			];
		case 'MULTIPLE_DOCS':
			return ['yaml-syntax', 'A second document begins here (---).', 'One file holds one document: take the line out.'];
		case 'RESOURCE_EXHAUSTION':
			return [
				'yaml-syntax',
				'This is nested deeper than any course needs.',
				'Look for brackets that are never closed.'
			];
		default:
			return [
				'yaml-syntax',
				`This is not YAML: ${lowerFirst(error.message)}.`,
				'Look at the line above as well; a text that holds : or # or starts with a quotation mark or a bracket wants double quotes.'
			];
	}
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
