// Plain JavaScript on purpose: an installed Node 20 runs this before anything of ours is installed.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const BIN = join(ROOT, 'node_modules', '.bin');

/** The Node that the project brings along (package.json, dependency "node"), absolute; it may not be there yet. */
export const OWN_NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Something a person can mend: its message says what was found and what to do, so no stack is shown. */
export class SetupError extends Error {}

/** Path to a program that a package of ours ships, for example `bin('vite', 'bin/vite.js')`; run it with our Node. */
export function bin(packageName, file) {
	return join(ROOT, 'node_modules', packageName, file);
}

/**
 * Runs a program to its end and keeps what it says. When we are told to stop meanwhile, so is the program, and we stop.
 * @returns {Promise<{ code: number, output: string }>} code 128 + n when a signal ended it, 127 when it could not start
 */
export function runQuietly(command, args, options = {}) {
	return new Promise((done) => {
		const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
		const signals = passSignalsOn(child, (isSecond) => {
			if (!isSecond) process.stderr.write('\nStopping; this may take a while. Once more stops at once.\n');
		});
		let output = '';
		child.stdout.on('data', (text) => (output += text));
		child.stderr.on('data', (text) => (output += text));
		child.on('error', (error) => done({ code: 127, output: `${output}${command}: ${error.message}\n` }));
		child.on('close', (code, signal) => {
			const received = signals.stop();
			if (received) process.stderr.write('Interrupted. Run the same command again; it goes on with what is missing.\n');
			if (received) process.exit(exitCode(null, received));
			done({ code: exitCode(code, signal), output });
		});
	});
}

/**
 * Runs a program in the foreground: it has our terminal, and gets the signals that we get.
 * @returns {Promise<number>} its exit code, 128 + n when a signal ended it
 */
export function runInForeground(command, args, options = {}) {
	return new Promise((done, failed) => {
		const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
		const signals = passSignalsOn(child);
		child.on('error', failed);
		child.on('exit', (code, signal) => {
			signals.stop();
			done(exitCode(code, signal));
		});
	});
}

/** The environment with our own programs first on PATH, as `npm run` has it. */
export function withOwnPrograms(env = process.env) {
	return { ...env, PATH: [BIN, dirname(OWN_NODE), ...pathOf(env)].join(delimiter) };
}

/** The environment without any node_modules/.bin on PATH: what npm needs while it replaces that folder. */
export function withoutOwnPrograms(env = process.env) {
	return { ...env, PATH: pathOf(env).join(delimiter) };
}

/** The first program of that name on PATH outside the project, or undefined. */
export function findOnPath(name, env = process.env) {
	return pathOf(env)
		.map((folder) => join(folder, name))
		.find((path) => isExecutable(path));
}

/** Whether this file is there and may be run. */
export function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false; // that is the answer
	}
}

function pathOf(env) {
	return (env.PATH ?? '')
		.split(delimiter)
		.filter((folder) => folder !== '' && !resolve(folder).startsWith(join(ROOT, 'node_modules')));
}

/**
 * Ctrl+C in a terminal reaches the child by itself; what is sent to us alone is passed on. npm gives a signal only to
 * the shell between it and us, and some shells die of it without a word: then our parent changes, which counts as one.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(isSecond: boolean) => void} [onsignal] told of each signal; with it, the second one ends the child at once
 * @returns {{ stop: () => NodeJS.Signals | undefined }} stop gives the signal received, if any
 */
function passSignalsOn(child, onsignal) {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	let received;
	const pass = (signal) => {
		const isSecond = received !== undefined;
		received = signal;
		onsignal?.(isSecond);
		if (isSecond && onsignal) child.kill('SIGKILL');
		else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
	};
	for (const signal of signals) process.on(signal, pass);
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.env.npm_lifecycle_event && process.ppid !== parent && !received) pass('SIGTERM');
	}, 250).unref();
	return {
		stop() {
			clearInterval(watch);
			for (const signal of signals) process.off(signal, pass);
			return received;
		}
	};
}

function exitCode(code, signal) {
	const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
	return code ?? 128 + (numbers[signal] ?? 0);
}
