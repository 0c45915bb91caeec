import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

// Each rule of the house that ESLint holds is broken once here, and kept once where that is easy to get wrong.

const cwd = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd });

/** A pure file, one at the edge, and a component: the rules differ by place, and types need a file that exists. */
const PURE = 'src/lib/scenario/score.ts';
const EDGE = 'src/lib/tracking/tracker.ts';
const COMPONENT = 'src/lib/ui/Dialog.svelte';

const doc = (code: string) => `/** For this test. */\n${code}\n`;

const BROKEN: [rule: string, file: string, code: string][] = [
	['no-restricted-globals', PURE, doc("export const x = fetch('/');")],
	['no-restricted-globals', PURE, doc('export const x = process.env;')],
	['no-restricted-properties', PURE, doc('export const x = Math.random();')],
	['no-restricted-properties', PURE, doc('export const x = Date.now();')],
	['no-restricted-syntax', PURE, doc('export const x = new Date();')],
	['no-restricted-syntax', PURE, 'export default 1;'],
	['no-restricted-syntax', PURE, "export { replay } from './replay.ts';"],
	['no-restricted-syntax', EDGE, "export * from '#lib/scenario/replay.ts';"],
	['max-lines', PURE, '// one line\n'.repeat(501)],
	['alongside/docstring', EDGE, 'export const x = 1;'],
	[
		'alongside/docstring',
		COMPONENT,
		'<script lang="ts">\n\ttype Props = { name: string };\n\tconst { name }: Props = $props();\n</script>\n{name}'
	],
	['@typescript-eslint/no-explicit-any', EDGE, doc('export const x = (y: any) => typeof y;')],
	['@typescript-eslint/no-floating-promises', EDGE, 'Promise.resolve(1);'],
	[
		'@typescript-eslint/no-floating-promises',
		EDGE,
		'declare const query: { then: (done: (rows: number[]) => void, failed: () => void) => void };\nquery;'
	],
	[
		'@typescript-eslint/switch-exhaustiveness-check',
		EDGE,
		doc(
			"export function x(kind: 'a' | 'b'): number {\n\tswitch (kind) {\n\t\tcase 'a':\n\t\t\treturn 1;\n\t}\n\treturn 2;\n}"
		)
	],
	['svelte/no-at-html-tags', COMPONENT, '{@html "<b>bold</b>"}'],
	['svelte/require-each-key', COMPONENT, '{#each [1, 2] as one}{one}{/each}']
];

const KEPT: [file: string, code: string][] = [
	[PURE, doc('export const x = (iso: string) => new Date(iso).getTime();')],
	[EDGE, doc('export const x = new Date();')],
	[EDGE, doc("export async function x(): Promise<void> {\n\tawait fetch('/');\n}")]
];

it.each(BROKEN)('%s can be broken in %s', { timeout: 120_000 }, async (rule, file, code) => {
	expect(await rulesBroken(file, code)).toContain(rule);
});

it.each(KEPT)('code of the house breaks no rule in %s', { timeout: 120_000 }, async (file, code) => {
	expect(await rulesBroken(file, code)).toEqual([]);
});

async function rulesBroken(file: string, code: string): Promise<string[]> {
	const results = await eslint.lintText(code, { filePath: resolve(cwd, file) });
	return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
}
