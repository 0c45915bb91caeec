import { build, isBuilt } from './build.mjs';
import { assertNode, install, isInstalled } from './install.mjs';
import { OWN_NODE, SetupError, isExecutable } from './process.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * Makes a fresh clone ready: installs and builds what is missing or old, and nothing else.
 * @param {{ withBuild?: boolean }} [options] withBuild: the site and the player too, not only the packages
 */
export async function setUp({ withBuild = true } = {}) {
	assertNode();
	if (isInstalled() && isExecutable(OWN_NODE) && (!withBuild || isBuilt())) return;
	await oneAtATime(async () => {
		await install();
		if (withBuild) await build();
	});
}

/**
 * Runs a command's main function: its result is the exit code; what a person can mend is told without a stack.
 * @param {() => Promise<number>} main
 * @param {(message: string) => void} [onfailure] called after the message of a failed set-up
 */
export async function runCommand(main, onfailure) {
	try {
		process.exitCode = await main();
	} catch (error) {
		process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`);
		onfailure?.(error.message);
		process.exitCode = 1;
	}
}
