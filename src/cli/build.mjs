// `npm run build`: builds the site and the stand-alone player, whether or not their sources have changed.
import { build } from './setup/build.mjs';
import { oneAtATime } from './setup/one-at-a-time.mjs';
import { runCommand, setUp } from './setup/set-up.mjs';

await runCommand(async () => {
	await setUp({ withBuild: false });
	await oneAtATime(() => build({ always: true }));
	return 0;
});
