// `npm run bench`: the benchmarks in tests/bench, one after another, and a table of what they measured.
import { projectNode } from './setup/install.mjs';
import { runInForeground, withOwnPrograms } from './setup/process.mjs';
import { runCommand, setUp } from './setup/set-up.mjs';

await runCommand(async () => {
	await setUp();
	return runInForeground(projectNode(), ['tests/run/bench.ts', ...process.argv.slice(2)], { env: withOwnPrograms() });
});
