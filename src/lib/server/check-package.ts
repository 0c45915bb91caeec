import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Report } from '#lib/verify/report.ts';
import { mostPackageBytes } from './body-limit.ts';

/** A file as a form brings it. */
export type HandedIn = Pick<File, 'name' | 'size' | 'stream'>;

/** The report, or why there is none. */
export type PackageChecked =
	{ ok: true; report: Report } | { ok: false; reason: 'busy' | 'too-large' | 'failed'; cause?: unknown };

const longestMs = 60_000;
const mostReportBytes = 8 * 1024 * 1024;

/** One at a time: two large packages at once would take memory that the site needs. */
let isBusy = false;

/**
 * Holds the place for one check, so that a second package is not even read meanwhile.
 * @returns how to give it back; null where somebody has it
 */
export function takePackageCheck(): (() => void) | null {
	if (isBusy) return null;
	isBusy = true;
	return () => {
		isBusy = false;
	};
}

/**
 * Checks a package that was handed in, in a process of its own that may read the project and the package, write nothing,
 * start nothing, and run for a minute: whatever is in the zip, the site goes on. It is looked at and never played.
 * @param root the project's folder
 */
export async function checkPackage(root: string, file: HandedIn): Promise<PackageChecked> {
	if (file.size > mostPackageBytes) return { ok: false, reason: 'too-large' };
	const folder = await mkdtemp(join(tmpdir(), 'alongside-check-'));
	try {
		const path = join(folder, 'package.zip');
		await pipeline(Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
		const report = JSON.parse(await verified(root, folder, path)) as Report;
		return { ok: true, report: { ...report, file: { ...report.file, name: file.name.slice(0, 200) } } };
	} catch (cause) {
		return { ok: false, reason: 'failed', cause };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function verified(root: string, folder: string, path: string): Promise<string> {
	const rights = ['--permission', `--allow-fs-read=${root}`, `--allow-fs-read=${folder}`, '--allow-worker'];
	const command = [join(root, 'src/cli/alongside.ts'), 'verify-package', path, '--no-run', '--json'];
	return new Promise((resolve, reject) => {
		execFile(
			process.execPath,
			[...rights, '--max-old-space-size=512', ...command],
			// Nothing of the site's own settings: a key in the environment is nothing for a stranger's zip.
			{ cwd: root, env: {}, timeout: longestMs, killSignal: 'SIGKILL', maxBuffer: mostReportBytes },
			(error, out, complaints) => {
				// 1 is a report with problems.
				if (!error || error.code === 1) return resolve(out);
				reject(
					new Error(`The check of a package ended with ${error.signal ?? error.code}: ${complaints.slice(0, 2000)}`)
				);
			}
		);
	});
}
