import zlib from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { error, quoted, warning, type PackageProblem } from '../problem.ts';
import { entryName, foldedName } from './entry-name.ts';
import { kindProblem, zip64Problem } from './entry-kind.ts';
import { denseFrom, zipLimits, type ZipLimits } from './limits.ts';

/** The files of a package, path → bytes, and what is odd about them; or the one reason why it is not read on. */
export type ReadZip =
	{ ok: true; files: Map<string, Uint8Array>; problems: PackageProblem[] } | { ok: false; problem: PackageProblem };

/** Why reading stops: thrown within this file only. */
class Refusal extends Error {
	readonly problem: PackageProblem;
	constructor(problem: PackageProblem) {
		super(problem.message);
		this.problem = problem;
	}
}

/**
 * Reads a zip that a stranger made, in bounded memory and time: one entry after the other, every byte counted as it is
 * unpacked, and nothing believed that the zip says about itself. Nothing is written anywhere.
 * @returns the first reason to refuse it; a zip that can be read may still be no package
 */
export async function readZip(zip: Uint8Array, limits: ZipLimits = zipLimits): Promise<ReadZip> {
	const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
	try {
		if (buffer.length > limits.zipBytes) throw new Refusal(tooLarge('The zip', buffer.length, limits.zipBytes));
		refuseZip64(buffer);
		const opened = await fromBufferPromise(buffer, { decodeStrings: false }).catch((cause: unknown) => {
			throw new Refusal(unreadable(buffer, cause));
		});
		return { ok: true, ...(await readEntries(opened, limits)) };
	} catch (refused) {
		if (refused instanceof Refusal) return { ok: false, problem: refused.problem };
		// Every other error comes from the zip too: its headers do not agree with its contents.
		return { ok: false, problem: damaged('zip', refused) };
	}
}

async function readEntries(opened: ZipFile, limits: ZipLimits) {
	if (opened.entryCount > limits.entries) throw new Refusal(tooMany(opened.entryCount, limits));
	const files = new Map<string, Uint8Array>();
	const problems: PackageProblem[] = [];
	const known = new Names();
	let total = 0;
	let count = 0;
	for await (const entry of opened.eachEntry()) {
		count += 1;
		if (count > limits.entries) throw new Refusal(tooMany(count, limits));
		const named = entryName(
			entry.fileNameRaw,
			entry.generalPurposeBitFlag,
			entry.extraFields.map(({ id }) => id)
		);
		if (!named.ok) throw new Refusal(named.problem);
		const { name } = named;
		const wrong = kindProblem(entry, name) ?? known.clash(name);
		if (wrong) throw new Refusal(wrong);
		if (name.endsWith('/')) continue;
		const bytes = await readEntry(opened, entry, name, limits, total);
		total += bytes.length;
		files.set(name, bytes);
		if (isZip(bytes))
			problems.push(
				warning(
					'nested-zip',
					name,
					'This is a zip within the package. It was not looked into.',
					'If it is the package itself that was packed twice, import the inner one; otherwise leave it out.'
				)
			);
	}
	return { files, problems };
}

/** One file, never more of it than is allowed. */
async function readEntry(
	opened: ZipFile,
	entry: Entry,
	name: string,
	limits: ZipLimits,
	before: number
): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	let length = 0;
	let sum = 0;
	try {
		const local = await opened.readLocalFileHeaderPromise(entry);
		if (!local.fileName.equals(entry.fileNameRaw))
			throw new Refusal(damaged(name, 'the zip names it twice, and differently'));
		for await (const chunk of await opened.openReadStreamPromise(entry)) {
			length += (chunk as Buffer).length;
			if (length > limits.fileBytes) throw new Refusal(tooLarge(quoted(name), length, limits.fileBytes));
			if (before + length > limits.totalBytes)
				throw new Refusal(tooLarge('Unpacked, the package', before + length, limits.totalBytes));
			if (length > denseFrom && length > limits.ratio * entry.compressedSize) throw new Refusal(bomb(name, limits));
			sum = zlib.crc32(chunk as Buffer, sum);
			chunks.push(chunk as Buffer);
		}
		if (sum !== entry.crc32) throw new Refusal(damaged(name, 'its checksum is another'));
	} catch (cause) {
		throw cause instanceof Refusal ? cause : new Refusal(damaged(name, cause));
	}
	return Buffer.concat(chunks, length);
}

/** Names that were there already, whole or as a folder of another. */
class Names {
	#taken = new Map<string, 'file' | 'folder'>();

	clash(name: string): PackageProblem | null {
		const isFolder = name.endsWith('/');
		const parts = foldedName(name).replace(/\/$/, '').split('/');
		for (let depth = 1; depth < parts.length; depth += 1) {
			const above = parts.slice(0, depth).join('/');
			if (this.#taken.get(above) === 'file') return clashProblem(name);
			this.#taken.set(above, 'folder');
		}
		const own = parts.join('/');
		const before = this.#taken.get(own);
		if (before === 'file' || (before === 'folder' && !isFolder)) return clashProblem(name);
		this.#taken.set(own, isFolder ? 'folder' : 'file');
		return null;
	}
}

/** Before the zip is read: a second, larger directory would be believed over the one that others read. */
function refuseZip64(buffer: Buffer): void {
	const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
	if (end >= 20 && buffer.toString('latin1', end - 20, end - 16) === 'PK\u0006\u0007')
		throw new Refusal(zip64Problem('zip'));
}

function isZip(bytes: Uint8Array): boolean {
	return bytes.length > 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function unreadable(buffer: Buffer, cause: unknown): PackageProblem {
	if (!isZip(buffer))
		return error('not-a-zip', 'zip', 'This file is no zip.', 'Choose the zip as your LMS would import it.');
	return error(
		'truncated-zip',
		'zip',
		`This zip has no proper end: it was cut off on its way, or more was put behind it (${told(cause)}).`,
		'Download or copy it again, and compare its size with the original.'
	);
}

function damaged(where: string, cause: unknown): PackageProblem {
	return error('damaged-zip', where, `This part of the zip cannot be read (${told(cause)}).`, 'Pack it again.');
}

function told(cause: unknown): string {
	return quoted(cause instanceof Error ? cause.message : String(cause));
}

function tooMany(count: number, limits: ZipLimits): PackageProblem {
	return error(
		'too-many-files',
		'zip',
		`The zip holds ${count.toLocaleString('en')} entries; at most ${limits.entries.toLocaleString('en')} are read.`,
		'Leave out what no page loads, and pack again.'
	);
}

function tooLarge(what: string, bytes: number, most: number): PackageProblem {
	return error(
		'too-large',
		'zip',
		`${what} comes to ${megabytes(bytes)} or more; at most ${megabytes(most)} are read.`,
		'Make pictures and films smaller, or ask whoever made it for one package per module.'
	);
}

function bomb(name: string, limits: ZipLimits): PackageProblem {
	return error(
		'zip-bomb',
		name,
		`This file grows more than ${limits.ratio}-fold when it is unpacked, as files do that are made to fill a disk.`,
		'Do not unpack it anywhere. Ask whoever made it what it is for.'
	);
}

function clashProblem(name: string): PackageProblem {
	return error(
		'name-clash',
		name,
		'Another entry has this name already, or one that differs in upper and lower case only.',
		'Give each file a name of its own: which of the two an LMS keeps is chance.'
	);
}

function megabytes(bytes: number): string {
	return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MiB`;
}
