import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../tests/support/check-files.ts';
import { explainedCodes, patchedSample } from '../../../tests/support/explained.ts';
import * as registry from './all-checks.ts';

const pages = explainedCodes();
const base = await checkFiles(patchedSample([]));
const alreadyThere = new Set(base.problems.map(({ code, message }) => `${code} ${message}`));

describe('the pages beside the checks', () => {
	it('explain every code that is checked, each in the file named after it', () => {
		const codes = Object.values(registry).flatMap((checks) => checks.map(({ code }) => code));
		expect(pages.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
		for (const { code, file } of pages) expect(file.endsWith(`/${code}.md`), file).toBe(true);
	});

	it('belong to a check or to reading', () => {
		const codes = Object.values(registry).flatMap((checks) => checks.map(({ code }) => code));
		const others = pages.filter(({ code }) => !codes.includes(code));
		expect(others.filter(({ file }) => !file.startsWith('reading/'))).toEqual([]);
	});

	it.each(pages.filter(({ patches }) => patches.length > 0))(
		'$code says what its page says',
		async ({ code, patches, said }) => {
			const { problems } = await checkFiles(patchedSample(patches));
			const found = problems.filter((one) => one.code === code && !alreadyThere.has(`${code} ${one.message}`));
			expect(found.map(({ message, hint }) => `${message} ${hint}`)).toContain(said);
		}
	);
});

describe('the guides for authors', () => {
	const guide = (name: string) => readFileSync(new URL(`../../../docs/authors/${name}`, import.meta.url), 'utf8');

	it('list every code with its page', () => {
		const listed = [...guide('checks.md').matchAll(/^\| \[([a-z0-9-]+)\]\(\.\.\/\.\.\/src\/lib\/check\/(\S+)\)/gm)];
		const sorted = (rows: [code: string, file: string][]) => rows.map((row) => row.join(' ')).sort();
		expect(sorted(listed.map(([, code = '', file = '']) => [code, file]))).toEqual(
			sorted(pages.map(({ code, file }) => [code, file]))
		);
	});

	const examples = [...guide('course-format.md').matchAll(/^```yaml (\S+)\n(.*?)^```$/gms)];

	it.each(examples.map(([, file = '', yaml = '']) => ({ file, yaml })))(
		'show nothing in the course format that the check refuses ($file, $yaml)',
		async ({ file, yaml }) => {
			const { problems } = await checkFiles(patchedSample([{ file, yaml, isWhole: false }]));
			expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		}
	);
});
