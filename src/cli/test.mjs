// `npm test`: sets up what is missing, Chromium included, then runs every check and test.
// `npm run verify` is the same with --quick: nothing that needs a browser or a build.
import { ensureChromium } from './setup/chromium.mjs';
import { projectNode } from './setup/install.mjs';
import { runInForeground, withOwnPrograms } from './setup/process.mjs';
import { runCommand, setUp } from './setup/set-up.mjs';

const isQuick = process.argv.includes('--quick');

await runCommand(
	async () => {
		await setUp({ withBuild: !isQuick });
		const env = withOwnPrograms(isQuick ? process.env : { ...process.env, ALONGSIDE_CHROMIUM: await ensureChromium() });
		return runInForeground(projectNode(), ['tests/run/main.ts', ...process.argv.slice(2)], { env });
	},
	() => console.log('0 passed, 1 failed')
);
