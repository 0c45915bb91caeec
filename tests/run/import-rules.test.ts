import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

// A rule that nothing can break protects nothing: each is broken once, in a small project of its own.

const BROKEN: { rule: string; file: string; text: string }[] = [
	breaks('course-keeps-to-the-left', 'src/lib/course/a.ts', "import { x } from '#lib/scenario/x.ts'"),
	breaks('scenario-keeps-to-the-left', 'src/lib/scenario/a.ts', "import type { X } from '#lib/server/x.ts'"),
	breaks('check-keeps-to-the-left', 'src/lib/check/a.ts', "import { x } from '#lib/catalogue/x.ts'"),
	breaks('catalogue-keeps-to-the-left', 'src/lib/catalogue/a.ts', "import { x } from '#lib/server/x.ts'"),
	breaks('ui-keeps-to-the-left', 'src/lib/ui/A.svelte', "import { x } from '#lib/scenario/x.ts'"),
	breaks('tracking-keeps-to-the-left', 'src/lib/tracking/a.ts', "import { x } from '../player/x.ts'"),
	breaks('player-keeps-to-the-left', 'src/lib/player/A.svelte', "import { x } from '#lib/server/x.ts'"),
	breaks('packaging-keeps-to-the-left', 'src/lib/packaging/a.ts', "import { x } from '#lib/server/x.ts'"),
	breaks('server-keeps-to-the-left', 'src/lib/server/a.ts', "import { x } from '#lib/player/x.ts'"),
	breaks('verify-keeps-to-the-left', 'src/lib/verify/a.ts', "import { x } from '#lib/server/x.ts'"),
	breaks('package-keeps-to-the-left', 'src/package/a.ts', "import { x } from '#lib/server/x.ts'"),
	breaks('preview-keeps-to-the-left', 'src/preview/a.ts', "import { x } from '#lib/server/x.ts'"),
	breaks('cli-keeps-to-the-left', 'src/cli/a.ts', "import { x } from '#lib/player/x.ts'"),
	breaks('routes-keeps-to-the-left', 'src/routes/a.ts', "import { x } from '../package/x.ts'"),
	breaks('lms-keeps-to-the-left', 'src/lib/lms/a.ts', "import { x } from '#lib/player/x.ts'"),
	breaks('without-svelte', 'src/lib/tracking/b.ts', "import { x } from 'svelte'"),
	breaks('without-node', 'src/lib/scenario/b.ts', "import { readFileSync } from 'node:fs'"),
	breaks('without-node', 'src/lib/player/B.svelte', "import { readFileSync } from 'node:fs'"),
	breaks('database-only-in-server', 'src/routes/b.ts', "import { x } from 'drizzle-orm'"),
	breaks('lucia-in-one-file', 'src/lib/server/b.ts', "import { x } from 'lucia'"),
	breaks('server-stays-on-the-server', 'src/routes/+page.svelte', "import { x } from '#lib/server/x.ts'"),
	breaks('nothing-imports-a-test', 'src/lib/course/c.ts', "import { x } from './x.test.ts'"),
	breaks('no-cycles', 'src/lib/course/d.ts', "import { x } from './e.ts'"),
	breaks('resolvable', 'src/lib/course/f.ts', "import { x } from './nowhere.ts'")
];

/** What the broken files import, and one that keeps every rule. */
const REST: Record<string, string> = {
	...Object.fromEntries(
		['lib/course', 'lib/scenario', 'lib/catalogue', 'lib/player', 'lib/server', 'package'].map((folder) => [
			`src/${folder}/x.ts`,
			'export const x = 1;'
		])
	),
	'src/lib/course/x.test.ts': 'export const x = 1;',
	'src/lib/course/e.ts': "import { x as y } from './d.ts';\nexport const x = y;",
	'src/lib/scenario/fine.ts': "import { x } from '#lib/course/x.ts';\nexport const y = x;",
	'src/lib/player/Fine.svelte': '<script lang="ts">\n\timport { x } from \'#lib/scenario/fine.ts\';\n</script>\n{x}'
};

const reported = z.object({
	summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) })
});

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'alongside-rules-'));
let found: string[] = [];

beforeAll(() => {
	for (const { file, text } of BROKEN) write(file, text);
	for (const [file, text] of Object.entries(REST)) write(file, text);
	write('package.json', JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }));
	write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'esnext', moduleResolution: 'bundler' } }));
	symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[
			join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
			...['src', '--config', join(project, '.dependency-cruiser.cjs'), '--output-type', 'json']
		],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 }
	);
	if (!stdout) throw new Error(stderr);
	found = reported.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(BROKEN)('$rule is broken by $file', ({ rule, file }) => expect(found).toContain(`${rule}: ${file}`));

it('an import from the left breaks no rule', () => expect(found.filter((one) => /fine/i.test(one))).toEqual([]));

it('every rule is broken by one of these', async () => {
	const { default: rules } = (await import('../../.dependency-cruiser.cjs')) as {
		default: { forbidden: { name: string }[] };
	};
	expect(new Set(BROKEN.map(({ rule }) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)));
});

function breaks(rule: string, file: string, line: string) {
	const use = line.includes('type ') ? 'export type Y = X;' : '';
	return {
		rule,
		file,
		text: file.endsWith('.svelte') ? `<script lang="ts">\n${line};\n</script>\n` : `${line};\n${use}\n`
	};
}

function write(file: string, text: string) {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
}
