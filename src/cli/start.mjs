// `npm start`: sets up what is missing, then serves the site with the project's own Node.
import { projectNode } from './setup/install.mjs';
import { runInForeground, withOwnPrograms } from './setup/process.mjs';
import { runCommand, setUp } from './setup/set-up.mjs';

await runCommand(async () => {
	await setUp();
	const env = withOwnPrograms({ NODE_ENV: 'production', ...process.env });
	return runInForeground(projectNode(), ['src/cli/serve.ts', ...process.argv.slice(2)], { env });
});
