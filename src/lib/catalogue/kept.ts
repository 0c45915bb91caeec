import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a kept text depends on, as sixteen hexadecimal digits. */
export function keptHash(dependsOn: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(dependsOn)).digest('hex').slice(0, 16);
}

/**
 * A text from the cache, or made and kept there. It is named by a hash of everything it depends on, so that it never goes
 * stale; what is only half there is made again, and a cache that cannot be written is done without.
 * @param options.cacheDir where it is kept; null makes it every time
 * @param options.name of its file in there
 * @param options.isWhole whether what was read is what was once written
 */
export async function keptOrMade(options: {
	cacheDir: string | null;
	name: string;
	isWhole: (text: string) => boolean;
	make: () => string | Promise<string>;
}): Promise<string> {
	const { cacheDir, name, isWhole, make } = options;
	if (cacheDir === null) return make();
	const file = join(cacheDir, name);
	const kept = await readFile(file, 'utf8').catch(() => null);
	if (kept !== null && isWhole(kept)) return kept;
	const made = await make();
	try {
		await mkdir(cacheDir, { recursive: true });
		// Written aside and moved, so that nobody who reads at the same time gets half of it.
		const draft = `${file}.${process.pid}.tmp`;
		await writeFile(draft, made);
		await rename(draft, file);
	} catch {
		// A full or read-only disk: it is made again next time.
	}
	return made;
}
