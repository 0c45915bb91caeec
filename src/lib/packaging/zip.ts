import { zipSync, type Zippable } from 'fflate';

/** The files of a package: path → bytes. */
export type PackageFiles = Record<string, Uint8Array>;

/** File types that LMSs refuse (Docebo and others take them for programs of the server). */
const refused = /\.(php\d?|aspx?|jspx?|py|sh|cgi|rb|pl|exe|bat|htaccess|mjs)$/;

/** A control document that other ones ask for under this name. */
const capitalised = 'XMLSchema.dtd';

/**
 * Packs files so that the same files give the same bytes: sorted by path, one fixed time, deflate only.
 * @throws Error for a path that some LMS would trip over: our bug
 */
export function zipFiles(files: PackageFiles): Uint8Array {
	// Local parts, since that is what a zip holds: the same bytes in every time zone.
	const options = { level: 9, mtime: new Date(1980, 0, 1) } as const;
	const packed: Zippable = {};
	for (const path of Object.keys(files).sort()) {
		if (!/^[a-z0-9_][a-z0-9_.-]*(\/[a-z0-9_][a-z0-9_.-]*)*$/.test(path) && path !== capitalised)
			throw new Error(`“${path}” cannot go into a package: lower-case ASCII letters, digits, - _ . only`);
		if (refused.test(path)) throw new Error(`“${path}” cannot go into a package: LMSs refuse this type of file`);
		const bytes = files[path];
		if (bytes) packed[path] = [bytes, options];
	}
	return zipSync(packed);
}
