import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withProgress } from './progress.mjs';
import {
	OWN_NODE,
	ROOT,
	SetupError,
	findOnPath,
	isExecutable,
	runQuietly,
	withOwnPrograms,
	withoutOwnPrograms
} from './process.mjs';

const OLDEST_NODE = 20;

/** Node must be new enough to run this set-up; everything else then runs on the Node that the project brings along. */
export function assertNode(version = process.versions.node) {
	if (Number(version.split('.')[0]) >= OLDEST_NODE) return;
	throw new SetupError(`Node ${version} is too old. Install Node ${OLDEST_NODE} or newer, then try again.`);
}

/**
 * Whether node_modules holds what package-lock.json lists: npm writes its own list into node_modules as the last thing
 * of an install, so an interrupted one is never taken for a whole one.
 */
export function isInstalled() {
	const wanted = readPackages(join(ROOT, 'package-lock.json'));
	const present = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
	if (wanted === undefined)
		throw new SetupError(`${ROOT}/package-lock.json is missing or not readable. Is this a whole copy of the project?`);
	if (present === undefined) return false;
	return Object.entries(wanted).every(([path, one]) => {
		if (path === '' || one.link) return true;
		const found = present[path];
		return found === undefined
			? one.optional === true
			: found.version === one.version && found.integrity === one.integrity;
	});
}

/**
 * Installs what is missing. Install scripts stay off (one of them compiles, and its prebuilt library needs no script),
 * except for the package that fetches our Node.
 * @throws SetupError with npm's own words when it cannot
 */
export async function install() {
	if (!isInstalled())
		await withProgress('Installing packages (a minute or two, once)', () => npm(['ci', '--ignore-scripts']));
	if (!isExecutable(OWN_NODE))
		await withProgress('Fetching Node 24', () => npm(['rebuild', 'node', '--ignore-scripts=false']));
}

async function npm(args) {
	const { command, before } = findNpm();
	const quiet = [
		'--no-audit',
		'--no-fund',
		'--no-update-notifier',
		'--loglevel=error',
		'--include=dev',
		'--include=optional'
	];
	// An outer `npm start` tells us its settings through the environment; these two are ours to decide.
	const env = { ...withoutOwnPrograms(), NODE_ENV: 'development', npm_config_ignore_scripts: undefined };
	const { code, output } = await runQuietly(command, [...before, ...args, ...quiet], { env });
	if (code === 0) return;
	throw new SetupError(
		[
			output.trim(),
			'',
			`"npm ${args.join(' ')}" ended with code ${code}, so the packages are not all there. ${adviceFor(output)}`
		].join('\n')
	);
}

/** The npm that started us, or the one on PATH, run by a Node outside node_modules, which npm is about to replace. */
function findNpm() {
	const script = process.env.npm_execpath;
	const nodes = [process.env.npm_node_execpath, process.execPath, findOnPath('node')];
	const node = nodes.find((path) => path && !path.startsWith(ROOT) && existsSync(path));
	if (node && script?.endsWith('npm-cli.js') && existsSync(script) && !script.startsWith(ROOT))
		return { command: node, before: [script] };
	const beside = node && join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
	if (beside && existsSync(beside)) return { command: node, before: [beside] };
	const onPath = findOnPath(process.platform === 'win32' ? 'npm.cmd' : 'npm');
	if (onPath) return { command: onPath, before: [] };
	throw new SetupError('npm was not found. It comes with Node: install Node from your system or from nodejs.org.');
}

function adviceFor(output) {
	if (/EROFS|EACCES|EPERM/.test(output)) return `Is ${ROOT} writable for you?`;
	if (/ENOSPC/.test(output)) return 'The disk is full.';
	if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/.test(output))
		return 'The package registry could not be reached: check the connection and try again; nothing else is needed.';
	if (/can only install packages when|EUSAGE/.test(output))
		return 'package.json and package-lock.json do not agree: run "npm install --ignore-scripts" and commit both.';
	return 'Try again; if it stays, remove node_modules and try once more.';
}

function readPackages(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8')).packages;
	} catch {
		return undefined; // not there, or cut short: the same as nothing
	}
}

/** The Node to run the project with: our own, or the one running now where that is new enough and ours is not there. */
export function projectNode() {
	if (isExecutable(OWN_NODE)) return OWN_NODE;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	throw new SetupError(`${OWN_NODE} is not there. Remove node_modules and run "npm start" again.`);
}

/** Runs one of our programs with our Node; see runQuietly. */
export function runWithOwnNode(args, options = {}) {
	return runQuietly(projectNode(), args, { ...options, env: withOwnPrograms(options.env) });
}
