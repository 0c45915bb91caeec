import { readCourses } from '#lib/course/read.ts';
import { settingsSchema } from '#lib/course/settings-schema.ts';
import type { Command } from './command.ts';
import { coursesDirOf, coursesHelp, coursesOption } from './courses-option.ts';
import { printProblems } from './print-problems.ts';

/** `alongside settings`: every slot an organisation can fill, and what stands in it. */
export const settings: Command = {
	name: 'settings',
	summary: 'Print the settings that texts can insert, and what is set',
	help: `
  --json          as JSON
${coursesHelp}

They are set in settings.yaml in the folder of courses.`,
	options: { json: { type: 'boolean' }, ...coursesOption },
	rest: [],
	run: async ({ values }, terminal) => {
		const read = await readCourses({ coursesDir: coursesDirOf(values['courses']) });
		const errors = read.problems.filter(
			({ severity, file }) => severity === 'error' && file.endsWith('/settings.yaml')
		);
		if (errors.length > 0) {
			printProblems(errors, { ...terminal, print: terminal.complain });
			return 1;
		}
		const set = Object.keys((read.shared.settingsSource?.value as object | null | undefined) ?? {});
		if (values['json'] === true) {
			terminal.print(JSON.stringify(read.shared.settings, null, '\t'));
			return 0;
		}
		for (const [key, value] of Object.entries(read.shared.settings)) {
			const about = settingsSchema.shape[key as keyof typeof settingsSchema.shape].description;
			terminal.print(`${key}${set.includes(key) ? '' : '  (default)'}${about ? `  – ${about}` : ''}`);
			terminal.print(`    ${typeof value === 'string' ? value.replaceAll('\n', '\n    ') : JSON.stringify(value)}`);
		}
		return 0;
	}
};
