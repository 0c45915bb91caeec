import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkFiles } from '../../tests/support/check-files.ts';
import { merged } from '../../tests/support/explained.ts';
import { newCourse, newModule } from './skeleton.ts';

const errorsIn = async (module: string) => {
	const { problems, courses } = await checkFiles({
		'first-week/course.yaml': newCourse('first-week', 'white-rows'),
		'first-week/white-rows.yaml': module
	});
	return { errors: problems.filter(({ severity }) => severity === 'error'), figures: courses[0]?.modules[0] };
};

describe('a new module', () => {
	it.each(['role-clarity-central', undefined])('passes the check from the first moment (claim %s)', async (claim) => {
		const { errors, figures } = await errorsIn(newModule('white-rows', claim));
		expect(errors).toEqual([]);
		expect(figures?.scenes).toBe(4);
	});
});

describe('the tutorial', () => {
	it('has no error after any of its steps but those it names, and ends with ten scenes', async () => {
		const tutorial = readFileSync(new URL('../../docs/authors/tutorial.md', import.meta.url), 'utf8');
		const steps = [...tutorial.matchAll(/^```yaml white-rows\n(.*?)^```$/gms)].map((match) => match[1] ?? '');
		expect(steps.length).toBeGreaterThan(4);
		let module: unknown = parse(newModule('white-rows', 'role-clarity-central'));
		const codes: string[][] = [];
		for (const step of steps) {
			module = merged(module, parse(step));
			codes.push((await errorsIn(stringify(module))).errors.map(({ code }) => code));
		}
		const { errors, figures } = await errorsIn(stringify(module));
		expect(errors).toEqual([]);
		expect([figures?.scenes, figures?.endings, figures?.decisions]).toEqual([10, 3, { fewest: 3, most: 3 }]);
		expect(codes.map((found) => [...new Set(found)])).toEqual([[], [], [], ['unknown-scene'], ['broken-script'], []]);
		for (const code of new Set(codes.flat())) expect(tutorial).toContain(`\`${code}\``);
	});
});
