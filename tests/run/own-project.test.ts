import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

// The project speaks of itself alone: it means the same on any machine, and installs from wherever that machine does.

const project = resolve(import.meta.dirname, '../..');

const NOT_OURS = [
	{ what: 'a folder of one machine', pattern: /(^|[^\w.~-])\/(work|root|home\/\w+|Users\/\w+)\// },
	{
		what: 'the host of a package registry',
		pattern: /\bregistry\.[a-z0-9-]+\.[a-z]+|\bdeb\.debian\.org|\bnpm\.pkg\.github/i
	},
	{ what: 'an address on a private network', pattern: /\b(10|192\.168)\.\d+\.\d+(\.\d+)?\b(?=[:/])/ }
];

it.each(NOT_OURS)('no file names $what', ({ pattern }) => {
	const found = textFiles().flatMap((file) =>
		linesOf(file).flatMap((line, index) =>
			pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : []
		)
	);
	expect(found).toEqual([]);
});

it('the lock file says what is installed, and nothing of where from', () => {
	const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
	};
	const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
	expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
	expect(packages.filter(([, { integrity, inBundle }]) => !integrity && !inBundle).map(([path]) => path)).toEqual([]);
});

it('every package that another asks for, for any system, is in the lock file', () => {
	const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optionalDependencies?: Record<string, string> }>;
	};
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !foldersAbove(path).some((folder) => packages[`${folder}node_modules/${name}`]))
			.map((name) => `${path} asks for ${name}`)
	);
	expect(missing, 'npm left these out, and "npm ci" will refuse the lock file').toEqual([]);
});

/** Where Node looks for a package that the one at `path` imports: "a/node_modules/b" gives itself, "a/" and "". */
function foldersAbove(path: string): string[] {
	const parts = path.split('node_modules/').filter(Boolean);
	const folders = parts.map((_, count) =>
		parts
			.slice(0, count + 1)
			.map((part) => `node_modules/${part}`)
			.join('')
	);
	return ['', ...folders.map((folder) => `${folder.replace(/\/$/, '')}/`)];
}

/** Files under version control, but for those that are not text or hold only what npm wrote. */
function textFiles(): string[] {
	const listed = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0');
	return listed.filter((file) => file && !/\.(png|jpg|woff2?|zip|ico|db)$/.test(file));
}

function linesOf(file: string): string[] {
	try {
		return readFileSync(join(project, file), 'utf8').split('\n');
	} catch {
		return []; // listed, and removed since
	}
}
