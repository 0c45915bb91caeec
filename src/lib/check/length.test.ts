import { expect, it } from 'vitest';
import { checkFiles } from '../../../tests/support/check-files.ts';
import { patchedSample } from '../../../tests/support/explained.ts';

it.each([
	['course.yaml', 'title', 200],
	['course.yaml', 'summary', 1000],
	['visit.yaml', 'title', 200],
	['visit.yaml', 'summary', 1000],
	['translations/de/course.yaml', 'title', 200],
	['translations/de/visit.yaml', 'title', 200],
	['translations/de/visit.yaml', 'summary', 1000]
])('lets %s have a %s of %i characters, and no more', async (file, key, most) => {
	const errors = async (length: number) => {
		const yaml = `${key}: ${'x'.repeat(length)}\n`;
		const { problems } = await checkFiles(patchedSample([{ file, yaml, isWhole: false }]));
		return problems.filter(({ severity }) => severity === 'error');
	};
	expect(await errors(most)).toEqual([]);
	expect(await errors(most + 1)).toMatchObject([{ code: 'out-of-range', file: `courses/sample/${file}` }]);
});
