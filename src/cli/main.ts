import { Misuse, parseArguments } from './arguments.ts';
import { check } from './check.ts';
import type { Command, Terminal } from './command.ts';
import { diff } from './diff.ts';
import { exportCommand } from './export.ts';
import { newModule } from './new-module.ts';
import { schema } from './schema.ts';
import { settings } from './settings.ts';
import { statechart } from './statechart.ts';
import { verifyPackageCommand } from './verify-package.ts';
import { findNearest } from '#lib/course/suggest.ts';

const commands: readonly Command[] = [
	check,
	newModule,
	diff,
	exportCommand,
	verifyPackageCommand,
	settings,
	statechart,
	schema
];

/**
 * Runs one subcommand.
 * @param typed what stands after `alongside`
 * @returns the exit code: 0 done, 1 errors were found, 2 it cannot be run like this
 */
export async function main(typed: readonly string[], terminal: Terminal): Promise<number> {
	const [name, ...rest] = typed;
	if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
		(name === undefined ? terminal.complain : terminal.print)(overview());
		return name === undefined ? 2 : 0;
	}
	const command = commands.find((candidate) => candidate.name === name);
	if (!command) {
		const near = findNearest(
			name,
			commands.map((candidate) => candidate.name)
		);
		terminal.complain(
			`There is no command “${name}”.${near === null ? '' : ` Did you mean “${near}”?`}\n\n${overview()}`
		);
		return 2;
	}
	try {
		const given = parseArguments(rest, command);
		if (given.values['help'] === true) {
			terminal.print(helpFor(command));
			return 0;
		}
		return await command.run(given, terminal);
	} catch (error) {
		if (!(error instanceof Misuse)) throw error;
		terminal.complain(`${error.message}\n\n${usageOf(command)}\nMore: alongside ${command.name} --help`);
		return 2;
	}
}

function overview(): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
	return ['Usage: alongside <command>', '', ...lines, '', 'More about one: alongside <command> --help'].join('\n');
}

function usageOf({ name, rest, options }: Command): string {
	const flags = Object.entries(options).map(
		([option, { type }]) => `[--${option}${type === 'string' ? ' VALUE' : ''}]`
	);
	return ['Usage: alongside', name, ...rest, ...flags].join(' ');
}

function helpFor(command: Command): string {
	return `${usageOf(command)}\n\n${command.summary}\n\n${command.help.trim()}`;
}
