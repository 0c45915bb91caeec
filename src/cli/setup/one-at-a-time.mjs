import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT, SetupError } from './process.mjs';

const LOCK = join(ROOT, 'build', '.set-up');
const OWNER = join(LOCK, 'pid');

/**
 * Runs the work while no other set-up runs in this folder: `npm start` and `npm test` at once would install over each
 * other. A lock whose process is gone is taken over.
 */
export async function oneAtATime(work) {
	for (let told = false; !take(); told = true) {
		if (!told) process.stderr.write(`Waiting for the set-up that process ${owner()} runs in this folder …\n`);
		await wait(300);
	}
	const release = () => rmSync(LOCK, { recursive: true, force: true });
	process.on('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

function take() {
	try {
		mkdirSync(join(ROOT, 'build'), { recursive: true });
		mkdirSync(LOCK);
		writeFileSync(OWNER, String(process.pid));
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST')
			throw new SetupError(
				`Cannot write to ${ROOT} (${error.code}). Setting up installs and builds there: make it writable for you.`
			);
		if (!isRunning(owner())) rmSync(LOCK, { recursive: true, force: true });
		return false;
	}
}

/** 0 in the moment between making the lock and writing the number into it. */
function owner() {
	try {
		return Number(readFileSync(OWNER, 'utf8'));
	} catch {
		return 0; // not written yet
	}
}

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
