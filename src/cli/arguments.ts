import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { findNearest } from '#lib/course/suggest.ts';

/** A command that was typed in a way it cannot be run: told on standard error, exit code 2. */
export class Misuse extends Error {}

/** What stands after a command: options by name, and the rest in order. */
export type Arguments = { values: Record<string, string | boolean | undefined>; rest: string[] };

/** What a command takes. `rest` names its positional arguments; one in brackets may be left out. */
export type Usage = { options: ParseArgsOptionsConfig; rest: readonly string[] };

/**
 * Reads a command's arguments.
 * @throws Misuse for an unknown option (with the one probably meant), a missing or empty value, too few or too many arguments
 */
export function parseArguments(typed: readonly string[], { options, rest }: Usage): Arguments {
	const all = { help: { type: 'boolean', short: 'h' }, ...options } satisfies ParseArgsOptionsConfig;
	let parsed: ReturnType<typeof parseArgs>;
	try {
		parsed = parseArgs({ args: [...typed], options: all, allowPositionals: true, strict: true });
	} catch (error) {
		throw new Misuse(told(error, typed, Object.keys(all)), { cause: error });
	}
	const values = parsed.values as Arguments['values'];
	const given = parsed.positionals;
	if (values['help'] === true) return { values, rest: given };
	const needed = rest.filter((name) => !name.startsWith('['));
	if (given.length < needed.length) throw new Misuse(`${needed[given.length]} is missing.`);
	if (given.length > rest.length) throw new Misuse(`“${given[rest.length]}” is one argument too many.`);
	// An empty text is what a script passes whose variable is not set; as a path it would mean the present folder.
	const empty = Object.entries(values).find(([, value]) => value === '')?.[0];
	if (empty !== undefined) throw new Misuse(`--${empty} is empty. Give it a value, or leave it out.`);
	const unnamed = given.indexOf('');
	if (unnamed >= 0) throw new Misuse(`${rest[unnamed]?.replace(/[[\]]/g, '')} is empty.`);
	return { values, rest: given };
}

function told(error: unknown, typed: readonly string[], known: string[]): string {
	const { code, message } = error as Error & { code?: string };
	if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message;
	const unknown = typed.find((word) => word.startsWith('-') && !known.includes(word.replace(/^-+|=.*$/g, ''))) ?? '';
	const near = findNearest(unknown.replace(/^-+|=.*$/g, ''), known);
	return `There is no option ${unknown}.${near === null ? '' : ` Did you mean --${near}?`}`;
}
