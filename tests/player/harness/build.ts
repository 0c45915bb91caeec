import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { drawSprite } from '#lib/catalogue/portraits.ts';
import { moods } from '#lib/course/portrait.ts';
import { paraglideOptions } from '../../../src/messages/paraglide-options.ts';
import { compiledSample } from './compiled.ts';
import { sample } from './sample.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Builds the trial page into a folder: the player as it is, playing the sample module. */
export async function buildHarness(outDir: string): Promise<void> {
	await build({
		configFile: false,
		root: here,
		logLevel: 'error',
		build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
		plugins: [
			// The checks prepare the messages once and then run side by side: none of them may write them again.
			...(process.env.ALONGSIDE_PREPARED
				? []
				: [
						paraglideVitePlugin({
							...paraglideOptions,
							project: join(root, 'src/messages/project.inlang'),
							outdir: join(root, 'src/lib/paraglide')
						})
					]),
			svelte({ configFile: false }),
			{
				name: 'virtual-sample',
				resolveId: (id) => (id === 'virtual:sample' ? '\0virtual:sample' : null),
				load: (id) => (id === '\0virtual:sample' ? `export const module = ${JSON.stringify(compiledSample())};` : null)
			}
		]
	});
	await mkdir(join(outDir, 'portraits'), { recursive: true });
	for (const [id, person] of Object.entries(sample.cast ?? {}))
		await writeFile(join(outDir, 'portraits', `${id}.svg`), drawSprite(person.portrait, moods));
}

const types: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript',
	css: 'text/css',
	svg: 'image/svg+xml',
	woff2: 'font/woff2'
};

/** Serves a folder on a free port. Resolves to its address, without a slash at the end, and the way to stop it. */
export async function serveFolder(folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
	const server: Server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		readFile(file).then(
			(content) => response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? 'text/plain').end(content),
			() => response.writeHead(404).end()
		);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The trial server has no port');
	return {
		address: `http://127.0.0.1:${address.port}`,
		stop: () => new Promise((stopped) => void server.close(() => stopped()))
	};
}
