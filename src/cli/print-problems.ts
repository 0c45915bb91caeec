import type { Problem } from '#lib/course/problem.ts';
import type { Terminal } from './command.ts';

/** Prints problems the way editors link to them: file:line:column, then what was found and what to do. */
export function printProblems(problems: readonly Problem[], { print, isColourful }: Terminal): void {
	const paint = (code: number, text: string) => (isColourful ? `\u001b[${code}m${text}\u001b[0m` : text);
	for (const { file, line, column, severity, code, message, hint } of problems) {
		print(`${file}:${line}:${column}  ${paint(severity === 'error' ? 31 : 33, severity)} ${paint(1, code)}`);
		print(`    ${message} ${hint}`);
	}
}

/** “2 errors, 1 warning”. */
export function countOf(problems: readonly Problem[]): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const parts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')].filter(Boolean);
	return parts.length === 0 ? 'no problems' : parts.join(', ');
}

function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
