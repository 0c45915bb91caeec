import { gzipSync } from 'node:zlib';
import { endingOf } from './text-of.ts';

/** How heavy a package is, in bytes. */
export type Weights = {
	files: number;
	unpacked: number;
	heaviest: { path: string; bytes: number } | null;
	/** All scripts in files of their own, each gzipped, as a server with compression sends them. */
	scriptsGzipped: number;
};

/** Weighs a package. */
export function weigh(files: ReadonlyMap<string, Uint8Array>): Weights {
	const weights: Weights = { files: files.size, unpacked: 0, heaviest: null, scriptsGzipped: 0 };
	for (const [path, bytes] of files) {
		weights.unpacked += bytes.length;
		if (bytes.length > (weights.heaviest?.bytes ?? -1)) weights.heaviest = { path, bytes: bytes.length };
		if (['js', 'mjs'].includes(endingOf(path))) weights.scriptsGzipped += gzipSync(bytes).length;
	}
	return weights;
}
