import type { Arguments, Usage } from './arguments.ts';

/** Where a command writes, and what it may know of where it runs. */
export type Terminal = {
	/** One line to standard output. */
	print: (line: string) => void;
	/** One line to standard error. */
	complain: (line: string) => void;
	/** Standard output is a person's terminal: colours are welcome. */
	isColourful: boolean;
};

/** One subcommand of `alongside`. */
export type Command = Usage & {
	name: string;
	/** One line for the list of commands. */
	summary: string;
	/** What `--help` shows below the usage line: options and examples. */
	help: string;
	/** Does the work; resolves to the exit code: 0 done, 1 it found errors. */
	run: (given: Arguments, terminal: Terminal) => Promise<number>;
};
