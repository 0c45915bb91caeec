import type { Entry } from 'yauzl';
import { error, type PackageProblem } from '../problem.ts';

const symbolicLink = 0o120000;
const regularFile = 0o100000;
const folder = 0o040000;
const fileType = 0o170000;
const encrypted = 0x1;
const strongEncryption = 0x2040;
const zip64Field = 0x0001;

/**
 * Why an entry is of a kind that no package may hold; null for a plain file or folder.
 * Source: SCORM packages follow PKZIP 2.04g: deflate or stored, no ZIP64, no encryption, no links.
 */
export function kindProblem(entry: Entry, name: string): PackageProblem | null {
	const type = (entry.externalFileAttributes >>> 16) & fileType;
	if (type === symbolicLink)
		return error(
			'symbolic-link',
			name,
			'This is no file but a link to another place.',
			'Pack the file itself in its stead. A package with links must not be unpacked on a server.'
		);
	if (type !== 0 && type !== regularFile && type !== folder)
		return error(
			'special-file',
			name,
			'This is neither a file nor a folder but a device or a pipe.',
			'Leave it out and pack again.'
		);
	if (entry.generalPurposeBitFlag & (encrypted | strongEncryption))
		return error('encrypted', name, 'This file is encrypted.', 'Pack without a password: no LMS can ask for one.');
	if (entry.extraFields.some(({ id }) => id === zip64Field)) return zip64Problem(name);
	if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
		return error(
			'compression-method',
			name,
			`This file is packed by method ${entry.compressionMethod}, which most LMSs cannot read.`,
			'Pack with “Deflate”, as every zip program does unless told otherwise.'
		);
	return null;
}

/** The larger form of zip, wherever it shows. */
export function zip64Problem(where: string): PackageProblem {
	return error(
		'zip64',
		where,
		'The package uses ZIP64, the form for very large files.',
		'Pack with an ordinary zip program: SCORM allows the plain form only, and many LMSs read no other.'
	);
}
