// `npm run dev`: the site with changes shown as they are saved.
import { projectNode } from './setup/install.mjs';
import { bin, runInForeground, withOwnPrograms } from './setup/process.mjs';
import { runCommand, setUp } from './setup/set-up.mjs';

await runCommand(async () => {
	await setUp({ withBuild: false });
	const args = [bin('vite', 'bin/vite.js'), 'dev', ...process.argv.slice(2)];
	return runInForeground(projectNode(), args, { env: withOwnPrograms() });
});
