import { spawnSync } from 'node:child_process';
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from '../../src/messages/paraglide-options.ts';

// Once, before the checks that read these files run side by side.
await compile(paraglideOptions);
const { status } = spawnSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], {
	stdio: 'inherit'
});
process.exitCode = status ?? 1;
