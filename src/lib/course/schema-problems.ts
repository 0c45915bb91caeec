import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { didYouMean, listed } from './suggest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** A value that fits its schema, or everything about it that does not. */
export type Parsed<Value> = { ok: true; value: Value; problems: [] } | { ok: false; value: null; problems: Problem[] };

/** Checks what a YAML file holds against its schema; each mistake becomes a problem at its line. */
export function parseBySchema<Schema extends z.ZodType>(schema: Schema, source: YamlSource): Parsed<z.output<Schema>> {
	if (source.value === null || typeof source.value !== 'object') {
		const message = source.value === null ? 'This file is empty.' : 'This file holds one text instead of keys.';
		const hint = 'Start from an example, such as the one `alongside new-module` writes.';
		return { ok: false, value: null, problems: [problem(source, [], 'wrong-type', message, hint)] };
	}
	const parsed = schema.safeParse(source.value);
	if (parsed.success) return { ok: true, value: parsed.data, problems: [] };
	return { ok: false, value: null, problems: parsed.error.issues.flatMap((issue) => told(schema, source, issue, [])) };
}

type Issue = z.core.$ZodIssue;

function told(schema: z.ZodType, source: YamlSource, issue: Issue, above: Path): Problem[] {
	const path: Path = [...above, ...(issue.path as Path)];
	const found = valueAt(source.value, path);
	const name = nameOf(path);
	const say = (code: string, message: string, hint: string, what: 'value' | 'key' = 'value', at: Path = path) =>
		problem(source, at, code, message, hint, what);

	switch (issue.code) {
		case 'unrecognized_keys': {
			const known = keysOf(schemaAt(schema, path));
			return issue.keys.map((key) =>
				say(
					'unknown-key',
					`${path.length === 0 ? 'The file' : name} has a key “${key}”, which means nothing here.`,
					// In { } a comma ends a text, and what follows looks like a key.
					/\s/.test(key)
						? 'Put the text before it in double quotes: inside { } a comma ends it.'
						: didYouMean(key, known, `Known here: ${known.join(', ') || 'nothing'}.`),
					'key',
					[...path, key]
				)
			);
		}
		case 'invalid_type':
			if (found === undefined)
				return [
					say(
						'missing-key',
						`${nameOf(path.slice(0, -1))} has no “${String(path.at(-1))}”.`,
						`Add “${String(path.at(-1))}:”, ${kindOf(issue.expected)}.`
					)
				];
			return [wrongType(say, name, found, kindOf(issue.expected))];
		case 'invalid_union':
			return union(schema, source, issue, path, () => wrongType(say, name, found, 'a text or a list'));
		case 'invalid_key': {
			const key = String(path.at(-1));
			return [say('bad-id', `“${key}” cannot be an id.`, 'Ids are lower-case words joined by hyphens.', 'key')];
		}
		case 'invalid_value': {
			const known = issue.values.map(String);
			if (found === undefined)
				return [
					say(
						'missing-key',
						`${nameOf(path.slice(0, -1))} has no “${String(path.at(-1))}”.`,
						`One of: ${listed(known)}.`
					)
				];
			return [
				say(
					'unknown-value',
					`${name} is ${shown(found)}.`,
					didYouMean(typeof found === 'string' ? found : '', known, `It can be ${known.join(', ')}.`)
				)
			];
		}
		case 'invalid_format':
			if (issue.message.startsWith('ids '))
				return [say('bad-id', `${shown(found)} cannot be an id.`, 'Ids are lower-case words joined by hyphens.')];
			return [say('bad-value', `${name} is ${shown(found)}.`, `It has to be ${formatOf(issue)}.`)];
		case 'too_small':
		case 'too_big':
			return [outOfRange(say, name, found, issue)];
		default:
			return [say('bad-value', `${name} is ${shown(found)}: ${issue.message}.`, 'Change it to what is asked for.')];
	}
}

type Say = (code: string, message: string, hint: string) => Problem;

function wrongType(say: Say, name: string, found: unknown, wanted: string): Problem {
	if (found === null) return say('wrong-type', `${name} is empty.`, `Write ${wanted}, or take the key out.`);
	const quotes =
		wanted.startsWith('a text') && typeof found !== 'object' ? ' Put it in double quotes to make it a text.' : '';
	return say('wrong-type', `${name} is ${shown(found)}.`, `It has to be ${wanted}.${quotes}`);
}

function outOfRange(
	say: Say,
	name: string,
	found: unknown,
	issue: Extract<Issue, { code: 'too_small' | 'too_big' }>
): Problem {
	const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
	if (typeof found === 'string' && issue.code === 'too_small')
		return say('empty-text', `${name} is an empty text.`, 'Write it, or take the key out.');
	if (typeof found === 'string')
		return say(
			issue.message.startsWith('ids ') ? 'bad-id' : 'out-of-range',
			`${name} is ${found.length.toLocaleString('en')} characters long.`,
			`It can have ${limit}.`
		);
	if (Array.isArray(found)) return say('out-of-range', `${name} is a list of ${found.length}.`, `It needs ${limit}.`);
	return say('out-of-range', `${name} is ${shown(found)}.`, `It has to be ${limit}.`);
}

/** A text or a list was possible: told as what the author seems to have meant, by what stands there. */
function union(
	schema: z.ZodType,
	source: YamlSource,
	issue: Extract<Issue, { code: 'invalid_union' }>,
	path: Path,
	otherwise: () => Problem
): Problem[] {
	const meant = issue.errors.find(
		(branch) => !branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0)
	);
	return meant ? meant.flatMap((inner) => told(schema, source, inner, path)) : [otherwise()];
}

function problem(
	source: YamlSource,
	path: Path,
	code: string,
	message: string,
	hint: string,
	what?: 'value' | 'key'
): Problem {
	return { code, severity: 'error', file: source.file, ...source.place(path, what), message, hint };
}

function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>((at, part) => {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
		return (at as Record<string | number, unknown>)[part];
	}, value);
}

/** “choices › ask-him › say”: the last three steps of a path say where one is. */
function nameOf(path: Path): string {
	if (path.length === 0) return 'The file';
	return `“${path
		.slice(-3)
		.map((part) => (typeof part === 'number' ? `number ${part + 1}` : part))
		.join(' › ')}”`;
}

function shown(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'a group of keys';
	if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
	return `the ${typeof value === 'number' ? 'number' : 'value'} ${JSON.stringify(value)}`;
}

function kindOf(expected: string): string {
	const kinds: Record<string, string> = {
		string: 'a text',
		number: 'a number',
		int: 'a whole number',
		boolean: 'true or false',
		array: 'a list',
		object: 'a group of keys',
		record: 'a group of keys, each an id'
	};
	return kinds[expected] ?? expected;
}

function formatOf(issue: Extract<Issue, { code: 'invalid_format' }>): string {
	if (issue.format === 'date') return 'a date such as 2027-01-31';
	if (issue.format === 'url') return 'an address that begins with https://';
	return issue.message.startsWith('Invalid') ? `a ${issue.format}` : issue.message;
}

type Shape = {
	def: {
		type: string;
		shape?: Record<string, z.ZodType>;
		valueType?: z.ZodType;
		element?: z.ZodType;
		innerType?: z.ZodType;
		options?: z.ZodType[];
	};
};

/** The schemas that a place in a file may have: several, below a union. */
function schemaAt(schema: z.ZodType, path: Path): Shape[] {
	let here = unwrapped(schema);
	for (const part of path)
		here = here.flatMap(({ def }) => {
			const next = def.shape ? def.shape[String(part)] : (def.valueType ?? def.element);
			return next ? unwrapped(next) : [];
		});
	return here;
}

function unwrapped(schema: z.ZodType): Shape[] {
	const shape = schema as unknown as Shape;
	if (shape.def.innerType) return unwrapped(shape.def.innerType);
	return shape.def.options ? shape.def.options.flatMap(unwrapped) : [shape];
}

function keysOf(shapes: Shape[]): string[] {
	return shapes.flatMap(({ def }) => Object.keys(def.shape ?? {}));
}
