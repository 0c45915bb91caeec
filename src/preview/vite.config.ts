import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = `${root}build/preview`;

// What stands before a package's own scripts while it is previewed: one classic script of ours, and scorm-again as it is
// distributed, one file per version of SCORM.
export default {
	configFile: false,
	root,
	publicDir: false,
	build: {
		outDir,
		emptyOutDir: true,
		modulePreload: false,
		lib: {
			entry: `${root}src/preview/main.ts`,
			formats: ['iife'],
			name: 'alongsidePreview',
			fileName: () => 'run-time.js'
		}
	},
	plugins: [
		{
			name: 'alongside-scorm-again',
			closeBundle: () => {
				for (const version of ['scorm12', 'scorm2004'])
					copyFileSync(`${root}node_modules/scorm-again/dist/${version}.min.js`, `${outDir}/${version}.js`);
			}
		}
	]
} satisfies InlineConfig;
