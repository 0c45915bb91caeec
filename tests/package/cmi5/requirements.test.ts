import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import requirements from '@cmi5/requirements/requirements.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { bindings } from './requirements.ts';

const root = join(import.meta.dirname, '../../..');
const listed = Object.keys(requirements).filter((id) => !id.includes('(d'));
const ours = bindings.flatMap(({ binds, ids }) => (binds === 'au' || binds === 'package' ? ids : []));

it('says of every requirement of cmi5 once whom it binds', () => {
	const decided = bindings.flatMap(({ ids }) => ids);
	expect(decided.filter((id, index) => decided.indexOf(id) !== index)).toEqual([]);
	expect([...decided].sort()).toEqual([...listed].sort());
});

it.each(ours)('has a test that carries the number %s in its title', (id) => {
	expect(testedIds()).toContain(id);
});

/** Numbers in titles that begin with “cmi5 9.5.1.0-1: …” or “cmi5 9.5.1.0-1, 9.3.4.0-2: …”. */
function testedIds(): string[] {
	return [join(root, 'src'), join(root, 'tests')]
		.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
		.filter((file) => /\.(test|e2e)\.ts$/.test(file))
		.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b(?:it|test)\(\s*'cmi5 ([^:']+):/g)])
		.flatMap(([, ids = '']) => ids.split(',').map((id) => id.trim()));
}
