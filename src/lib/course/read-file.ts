import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Problem } from './problem.ts';
import { parseYaml, type ReadYaml } from './yaml-source.ts';

/** A module of two thousand scenes has 1.1 million bytes, ours have a tenth of that; a longer file is refused unread. */
const MAX_BYTES = 4_000_000;

/** Where a file is, how problems name it, and the folder it may not lead out of. */
export type FileToRead = { path: string; file: string; within: string };

/** What was read; `missing` where there is no such file, which is for the caller to judge. */
export type ReadFile = ReadYaml & { missing: boolean };

/**
 * Reads one YAML file of a course. Files that are too large, are no files, are not UTF-8, hold control characters or
 * lead out of their folder by a link are problems; nothing is thrown for what a folder may hold.
 */
export async function readYamlFile(wanted: FileToRead): Promise<ReadFile> {
	const read = await readText(wanted);
	if ('text' in read) return { ...parseYaml(wanted.file, read.text), missing: false };
	if (read.missing) return { source: null, problems: [], missing: true };
	return { source: null, problems: [read.problem], missing: false };
}

type Read = { text: string } | { missing: true } | { missing: false; problem: Problem };

async function readText({ path, file, within }: FileToRead): Promise<Read> {
	const refuse = (code: string, message: string, hint: string, line = 1, column = 1): Read => ({
		missing: false,
		problem: { code, severity: 'error', file, line, column, message, hint }
	});
	try {
		const real = await realpath(path);
		const folder = await realpath(within);
		if (real !== folder && !real.startsWith(folder + sep))
			return refuse('outside-folder', 'This is a link that leads out of the courses.', 'Put the file itself here.');
		// Looked at before it is opened: opening a named pipe would wait for ever.
		const about = await stat(real);
		if (!about.isFile()) return refuse('not-a-file', 'This is not a file.', 'Put a YAML file here.');
		if (about.size > MAX_BYTES)
			return refuse(
				'file-too-large',
				`This file has ${about.size.toLocaleString('en')} bytes; at most ${MAX_BYTES.toLocaleString('en')} are read.`,
				'Split the module, or look what has slipped in.'
			);
		return decoded(await readFile(real), refuse);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? '';
		if (code === 'ENOENT' || code === 'ENOTDIR') return { missing: true };
		if (code === 'ELOOP')
			return refuse('outside-folder', 'This link leads back to itself.', 'Put the file itself here.');
		return refuse(
			'unreadable-file',
			`This file cannot be read (${code || String(error)}).`,
			'Look at its permissions.'
		);
	}
}

function decoded(
	bytes: Buffer,
	refuse: (code: string, message: string, hint: string, line?: number, column?: number) => Read
): Read {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refuse('not-utf8', 'This file is not written in UTF-8.', 'Save it with the encoding UTF-8.');
	}
	// Control characters but tab and line ends, and those that turn the direction of text around unseen.
	const control = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.exec(text);
	if (control) {
		const before = text.slice(0, control.index).split('\n');
		const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
		return refuse(
			'control-character',
			`An invisible control character (U+${code}) stands here.`,
			'Delete it; it often comes with text that was copied from elsewhere.',
			before.length,
			(before.at(-1)?.length ?? 0) + 1
		);
	}
	return { text };
}
