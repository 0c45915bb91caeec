import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWithOwnNode } from './install.mjs';
import { withProgress } from './progress.mjs';
import { ROOT, SetupError, bin } from './process.mjs';

/** What is built, by which command, and the file that shows it is there. */
const BUILDS = [
	{ what: 'Building the site', args: ['build'], result: 'build/site/handler.js' },
	{
		what: 'Building the player that goes into packages',
		args: ['build', '--config', 'src/package/vite.config.ts'],
		config: 'src/package/vite.config.ts',
		result: 'build/player/player.js'
	},
	{
		what: 'Building the LMS that packages are previewed in',
		args: ['build', '--config', 'src/preview/vite.config.ts'],
		config: 'src/preview/vite.config.ts',
		result: 'build/preview/run-time.js'
	}
];

/** Everything a build is made from. Courses are not: they are read when the server starts. */
const INPUTS = ['src', 'static', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** Parts of `src` that no build contains. */
const NOT_BUILT =
	/^src\/(cli|lib\/paraglide)(\/|$)|\.(test|e2e)\.ts$|\/samples(\/|$)|\/\.|^src\/messages\/project\.inlang\/README\.md$/;

/** Written as the last thing of a build, removed as the first: a build that was cut short is never served. */
const STAMP = join(ROOT, 'build', 'inputs.json');

/**
 * Builds what is older than its sources.
 * @param {{ always?: boolean }} [options] always: build even if nothing has changed
 * @throws SetupError with the builder's own words when it cannot
 */
export async function build({ always = false } = {}) {
	const inputs = hashOfInputs();
	if (!always && isBuilt(inputs)) return;
	writable(() => {
		mkdirSync(join(ROOT, 'build'), { recursive: true });
		rmSync(STAMP, { force: true });
	});
	for (const { what, args } of builds()) await withProgress(what, () => vite(what, args));
	writable(() => writeFileSync(STAMP, `${JSON.stringify({ inputs })}\n`));
}

/** Whether what is built was built from the sources as they are. */
export function isBuilt(inputs = hashOfInputs()) {
	if (!builds().every(({ result }) => existsSync(join(ROOT, result)))) return false;
	try {
		return JSON.parse(readFileSync(STAMP, 'utf8')).inputs === inputs;
	} catch {
		return false; // no stamp: never built, or cut short
	}
}

function builds() {
	return BUILDS.filter(({ config }) => config === undefined || existsSync(join(ROOT, config)));
}

async function vite(what, args) {
	const { code, output } = await runWithOwnNode([bin('vite', 'bin/vite.js'), ...args, '--logLevel', 'warn'], {
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (code !== 0)
		throw new SetupError(`${output.trim()}\n\n${what} failed with code ${code}; the lines above say why.`);
}

function hashOfInputs() {
	const hash = createHash('sha256');
	for (const path of INPUTS.flatMap(filesUnder))
		hash
			.update(`${path}\0`)
			.update(readFileSync(join(ROOT, path)))
			.update('\0');
	return hash.digest('hex');
}

/** Files at or under a path of the project, in a fixed order. */
function filesUnder(path) {
	if (NOT_BUILT.test(path) || !existsSync(join(ROOT, path))) return [];
	if (!statSync(join(ROOT, path)).isDirectory()) return [path];
	return readdirSync(join(ROOT, path))
		.sort()
		.flatMap((name) => filesUnder(`${path}/${name}`));
}

function writable(write) {
	try {
		write();
	} catch (error) {
		throw new SetupError(
			`Cannot write to ${join(ROOT, 'build')} (${error.code}). The build goes there: make it writable for you.`
		);
	}
}
