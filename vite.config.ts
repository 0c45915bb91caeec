import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { hashesOfInlineScripts } from './src/inline-scripts.ts';
import { paraglideOptions } from './src/messages/paraglide-options.ts';

// SvelteKit 3 takes its options here; a svelte.config.js would be an error.
export default defineConfig({
	plugins: [
		// The checks prepare the messages once and then run side by side: none of them may write them again.
		...(process.env.ALONGSIDE_PREPARED ? [] : [paraglideVitePlugin(paraglideOptions)]),
		sveltekit({
			adapter: adapter({ out: 'build/site' }),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['self'],
					'img-src': ['self', 'data:'],
					'style-src': ['self', 'unsafe-inline'],
					'script-src': [
						'self',
						...hashesOfInlineScripts(readFileSync(new URL('src/app.html', import.meta.url), 'utf8'))
					],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	],
	test: {
		expect: { requireAssertions: true },
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		// Two cores shared with a browser or a type check are slow now and then.
		testTimeout: 20_000,
		hookTimeout: 60_000
	}
});
