import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';
import { ROOT, SetupError, bin, findOnPath } from './process.mjs';
import { runWithOwnNode } from './install.mjs';
import { runQuietly } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const ELSEWHERE = [
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:/Program Files/Google/Chrome/Application/chrome.exe'
];

/**
 * Path of a Chromium that runs: the one named in ALONGSIDE_CHROMIUM, the system's, or the one Playwright installed.
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
	if (env.ALONGSIDE_CHROMIUM) return env.ALONGSIDE_CHROMIUM;
	const found = [...NAMES.map((name) => findOnPath(name, env)), ...ELSEWHERE, playwrightsOwn()];
	return found.find((path) => path && existsSync(path) && runs(path));
}

/** Finds Chromium or installs it: from the distribution when we may, else Playwright's own. */
export async function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	const tried = [];
	if (process.getuid?.() === 0 && findOnPath('apt-get'))
		tried.push(await withProgress('Installing Chromium', fromDistribution));
	if (!findChromium()) tried.push(await withProgress('Fetching the Chromium that Playwright brings', fromPlaywright));
	const installed = findChromium();
	if (installed) return installed;
	throw new SetupError(
		`${tried.join('\n').trim()}\n\nThe browser tests need Chromium, and none could be installed. ` +
			'Install your system\'s package "chromium" (or Chrome), or set ALONGSIDE_CHROMIUM to the path of one.'
	);
}

async function fromDistribution() {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const updated = await runQuietly('apt-get', ['update', '-q'], { env });
	const installed = await runQuietly('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
		env
	});
	return `${updated.output}${installed.output}`;
}

async function fromPlaywright() {
	return (await runWithOwnNode([bin('@playwright/test', 'cli.js'), 'install', 'chromium'])).output;
}

/** Where Playwright would keep a Chromium of its own; undefined before anything is installed. */
function playwrightsOwn() {
	try {
		return createRequire(join(ROOT, 'package.json'))('playwright-core').chromium.executablePath();
	} catch {
		return undefined; // Playwright is not installed yet
	}
}

/** On some systems "chromium" is a script that only says where to get it. */
function runs(path) {
	const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 });
	return status === 0;
}
