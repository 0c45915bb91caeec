import { quoted, warning, type PackageProblem } from '../problem.ts';
import { endingOf, textOf } from './text-of.ts';

/** An address on another server, as it may stand in a page: with or without its protocol. */
const address = String.raw`((?:https?:|wss?:)?//[a-z0-9.-]{1,200}\.[a-z]{2,20}[^\s"'()<>]{0,500})`;
const loadingEndings = String.raw`\.(?:js|mjs|css|woff2?|ttf|png|jpe?g|gif|webp|svg|mp3|mp4|webm|json|wasm)\b`;

/** What makes a browser load an address, by type of file. Links that a person follows, licences and namespaces are none. */
const loading: Record<string, RegExp[]> = {
	html: [
		new RegExp(
			String.raw`<(?:script|img|iframe|frame|audio|video|source|track|embed|input)\b[^>]{0,1000}?\ssrc\s*=\s*["']?${address}`,
			'gi'
		),
		new RegExp(String.raw`<object\b[^>]{0,1000}?\sdata\s*=\s*["']?${address}`, 'gi'),
		new RegExp(
			String.raw`<link\b(?=[^>]{0,1000}\srel\s*=\s*["']?(?:stylesheet|icon|shortcut|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest))[^>]{0,1000}?\shref\s*=\s*["']?${address}`,
			'gi'
		),
		new RegExp(String.raw`<form\b[^>]{0,1000}?\saction\s*=\s*["']?${address}`, 'gi')
	],
	css: [new RegExp(String.raw`url\(\s*["']?${address}`, 'gi'), new RegExp(String.raw`@import\s+["']${address}`, 'gi')],
	svg: [
		new RegExp(String.raw`<(?:image|use|script|feImage)\b[^>]{0,1000}?\s(?:xlink:)?href\s*=\s*["']${address}`, 'gi')
	],
	js: [
		new RegExp(
			String.raw`\b(?:fetch|import|importScripts|Worker|WebSocket|EventSource|sendBeacon|getScript|ajax)\s*\(\s*["'\x60]${address}`,
			'gi'
		),
		new RegExp(
			String.raw`\b(?:src|href)\s*=\s*\\?["'\x60]${address.replace('{0,500}', String.raw`{0,500}?${loadingEndings}`)}`,
			'gi'
		),
		new RegExp(
			String.raw`["'\x60]${address.replace('{0,500}', String.raw`{0,500}?${loadingEndings}`)}[^"'\x60]{0,200}["'\x60]`,
			'gi'
		)
	]
};

/** Which patterns count in which files: pages hold styles and scripts too. */
const patternsFor: Record<string, string[]> = {
	html: ['html', 'css', 'js'],
	htm: ['html', 'css', 'js'],
	xhtml: ['html', 'css', 'js'],
	svg: ['svg', 'css'],
	css: ['css'],
	js: ['js'],
	mjs: ['js']
};

/** Of this, a scanner of whole packages reads at most so much, in characters. */
const mostText = 40 * 1024 * 1024;
const mostHosts = 20;

/**
 * Servers other than the LMS that pages of this package would load something from: told once each, with the first file.
 * Read out of the text, so what a script puts together letter by letter is found only by playing it.
 */
export function checkThirdParties(files: ReadonlyMap<string, Uint8Array>): PackageProblem[] {
	const hosts = new Map<string, { file: string; address: string }>();
	let read = 0;
	for (const [file, bytes] of files) {
		const patterns = patternsFor[endingOf(file)]?.flatMap((type) => loading[type] ?? []);
		if (!patterns || read > mostText) continue;
		const text = textOf(bytes);
		read += text.length;
		for (const pattern of patterns)
			for (const [, found = ''] of text.matchAll(pattern)) {
				const host = /\/\/([^/?#:]+)/.exec(found)?.[1]?.toLowerCase() ?? found;
				if (host !== 'www.w3.org' && !hosts.has(host)) hosts.set(host, { file, address: found });
			}
	}
	return [...hosts]
		.slice(0, mostHosts)
		.map(([host, { file, address: found }]) =>
			warning(
				'third-party-address',
				file,
				`The package loads from ${host}: ${quoted(found)}.`,
				'Ask whoever made it to pack the file instead. Each learner’s device would tell that server that it is there, and a network that blocks it breaks the page.'
			)
		);
}
