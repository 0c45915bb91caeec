import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { courseSchema } from '#lib/course/course-schema.ts';
import { moduleSchema } from '#lib/course/module-schema.ts';
import { settingsSchema } from '#lib/course/settings-schema.ts';
import type { Command } from './command.ts';
import { coursesDirOf, coursesHelp, coursesOption } from './courses-option.ts';

/** The JSON Schema of each kind of file, by file name: editors use them to complete and to check while one types. */
export function editorSchemas(): Record<string, string> {
	const schemas = { course: courseSchema, module: moduleSchema, settings: settingsSchema };
	return Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => [
			`${name}.schema.json`,
			`${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, '\t')}\n`
		])
	);
}

/** `alongside schema`: writes the schemas that editors use. */
export const schema: Command = {
	name: 'schema',
	summary: 'Write the JSON Schemas for editors beside the courses',
	help: `
  --check         write nothing; exit 1 where a file is not current
${coursesHelp}

Each file names its schema in its first line: # yaml-language-server: $schema=../module.schema.json`,
	options: { check: { type: 'boolean' }, ...coursesOption },
	rest: [],
	run: async ({ values }, terminal) => {
		const coursesDir = coursesDirOf(values['courses']);
		let stale = 0;
		for (const [name, text] of Object.entries(editorSchemas())) {
			const file = join(coursesDir, name);
			if ((await readFile(file, 'utf8').catch(() => null)) === text) continue;
			stale += 1;
			terminal.print(values['check'] === true ? `${file} is not current.` : file);
			if (values['check'] !== true) await writeFile(file, text);
		}
		return values['check'] === true && stale > 0 ? 1 : 0;
	}
};
