import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFiles, samplesDir } from '../../../tests/support/check-files.ts';

const cases = readdirSync(samplesDir).filter((name) => name !== 'evidence');

/** A case is a folder: `problems.json` and the files of one course called `sample`; `settings.yaml` stands above it. */
it.each(cases)('finds exactly the problems of the sample “%s”', async (name) => {
	const folder = join(samplesDir, name);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
	const { problems } = await checkFiles(
		Object.fromEntries(
			files.map((file) => [file === 'settings.yaml' ? file : `sample/${file}`, readFileSync(join(folder, file))])
		)
	);
	expect(problems).toEqual(JSON.parse(readFileSync(join(folder, 'problems.json'), 'utf8')));
});
