import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { generateModule, type GenerateOptions } from '../../../tests/generate-module.ts';
import { checkFiles, samplesDir } from '../../../tests/support/check-files.ts';

const course = readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8');

/** What the check finds about the size of a generated module, and the figures it gives of it. */
async function sizeOf(options: GenerateOptions) {
	const file = generateModule(options);
	const { problems, courses } = await checkFiles({
		'sample/course.yaml': course.replace('visit', file.id),
		[`sample/${file.id}.yaml`]: stringify(file, { aliasDuplicateObjects: false })
	});
	const found = problems.filter(({ code }) => code === 'suspend-data-too-long' || code === 'too-entangled');
	return { found, figures: courses[0]?.modules[0] };
}

it('refuses a module that takes over 3,500 characters with every decision and activity in the log twice', async () => {
	const { found, figures } = await sizeOf({ scenes: 2600, referringBack: 0 });
	expect(figures?.suspendData?.worst).toBeGreaterThan(3500);
	expect(found).toMatchObject([{ code: 'suspend-data-too-long', severity: 'error' }]);
});

it('lets a module pass that stays under it', async () => {
	const { found, figures } = await sizeOf({ scenes: 1000, referringBack: 0 });
	expect(figures?.suspendData?.worst).toBeLessThan(3500);
	expect(found).toEqual([]);
});

it('refuses a module in which more situations are possible than anybody could oversee, and gives no figures of its ways', async () => {
	const { found, figures } = await sizeOf({ scenes: 400, referringBack: 1, reach: 200 });
	expect(found).toMatchObject([{ code: 'too-entangled', severity: 'error' }]);
	expect(figures).toMatchObject({ decisions: null, words: null, minutes: null });
});
