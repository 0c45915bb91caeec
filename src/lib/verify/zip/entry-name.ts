import { error, quoted, type PackageProblem } from '../problem.ts';

const utf8Flag = 0x800;
/** Info-ZIP's second name for a file, which some readers believe and others do not. */
const unicodePathField = 0x7075;

/** An entry's name, or why it has none that everybody would read alike. */
export type EntryName = { ok: true; name: string } | { ok: false; problem: PackageProblem };

/**
 * The name of an entry as every program reads it.
 * Source: PKWARE APPNOTE 4.4.4 (bit 11), 4.6.9; SCORM's digest: ASCII names.
 * @param raw the bytes as they stand in the central directory
 */
export function entryName(raw: Uint8Array, flags: number, extraFieldIds: readonly number[]): EntryName {
	const isAscii = raw.every((byte) => byte < 0x80);
	const decoded = isAscii || flags & utf8Flag ? decodeUtf8(raw) : null;
	if (decoded === null || extraFieldIds.includes(unicodePathField))
		return refused(
			error(
				'name-encoding',
				'zip',
				`A file has a name in an encoding that every program reads differently: ${quoted(latin1(raw))}.`,
				'Give it a name of ASCII letters, digits, “-”, “_” and “.”, and pack it again.'
			)
		);
	const why = whyUnsafe(decoded);
	return why === null
		? { ok: true, name: decoded }
		: refused(
				error(
					'unsafe-path',
					'zip',
					`The name ${quoted(decoded)} ${why}; unpacked, it could end up outside the package.`,
					'Do not import it anywhere. Ask whoever made it for a package packed anew.'
				)
			);
}

/** The same for names that a file system without upper and lower case takes for one. */
export function foldedName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

function whyUnsafe(name: string): string | null {
	if (/\p{Cc}/u.test(name)) return 'has a control character in it';
	if (name.includes('\\')) return 'has a backslash in it';
	if (name.startsWith('/')) return 'begins at the root';
	if (/^[a-z]:/i.test(name)) return 'names a drive';
	const parts = name.replace(/\/$/, '').split('/');
	if (parts.some((part) => part === '..' || part === '.')) return 'climbs out of its folder';
	if (parts.includes('')) return 'has an empty part';
	return null;
}

function refused(problem: PackageProblem): EntryName {
	return { ok: false, problem };
}

function decodeUtf8(raw: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
	} catch {
		return null; // that is the answer
	}
}

function latin1(raw: Uint8Array): string {
	return Buffer.from(raw).toString('latin1');
}
