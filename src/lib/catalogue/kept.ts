import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A value from the cache, or made and kept there. What is kept is named by everything it depends on, so that it never
 * goes stale; what cannot be read is made again, and a cache that cannot be written is done without.
 * @param options.cacheDir where it is kept; null makes it every time
 * @param options.isWhole whether what was read is what was once written
 */
export async function keptOrMade<Value>(options: {
	cacheDir: string | null;
	kind: string;
	dependsOn: readonly unknown[];
	isWhole: (value: unknown) => value is Value;
	make: () => Promise<Value>;
}): Promise<Value> {
	const { cacheDir, kind, dependsOn, isWhole, make } = options;
	if (cacheDir === null) return make();
	const hash = createHash('sha256').update(JSON.stringify(dependsOn)).digest('hex').slice(0, 16);
	const file = join(cacheDir, `${kind}-${hash}.json`);
	const kept = await readFile(file, 'utf8').then(
		(text) => parsed(text),
		() => null
	);
	if (isWhole(kept)) return kept;
	const made = await make();
	try {
		await mkdir(cacheDir, { recursive: true });
		// Written aside and moved, so that nobody who reads at the same time gets half of it.
		const draft = `${file}.${process.pid}.tmp`;
		await writeFile(draft, JSON.stringify(made));
		await rename(draft, file);
	} catch {
		// A full or read-only disk: it is made again next time.
	}
	return made;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
