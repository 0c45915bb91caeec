import type { Command } from './command.ts';
import { compileNamed } from './compiled-course.ts';
import { coursesHelp, coursesOption } from './courses-option.ts';
import { printProblems } from './print-problems.ts';

/** `alongside statechart`: the machine of a module, for other statechart tools. */
export const statechart: Command = {
	name: 'statechart',
	summary: 'Print a module’s machine as JSON that XState’s createMachine accepts',
	help: `
  course/module   as in working-alongside/role-clarity
${coursesHelp}

Guards and actions are named, with parameters; what they do is in src/lib/scenario/machine.ts.`,
	options: { ...coursesOption },
	rest: ['course/module'],
	run: async ({ values, rest: [named = ''] }, terminal) => {
		const { play, problems } = await compileNamed(named, values['courses']);
		if (!play) {
			printProblems(problems, { ...terminal, print: terminal.complain });
			return 1;
		}
		terminal.print(JSON.stringify(play.definition, null, '\t'));
		return 0;
	}
};
