import { kindNames } from './package-under-check.ts';
import type { Report, Run } from './report.ts';

// What a report says, in English: it goes to administrators and vendors, as problems do.

/** The verdict, in one line. */
export function verdictOf({ verdict, problems }: Report): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	switch (verdict) {
		case 'fine':
			return 'No problem was found in this package.';
		case 'traps':
			return `Nothing is broken; ${counted(warnings, 'thing')} to know before you import it.`;
		case 'problems':
			return `${counted(errors, 'problem')} to mend before you import it${warnings ? `, and ${counted(warnings, 'thing')} to know` : ''}.`;
		case 'refused':
			return 'This file was refused: it was not read on.';
	}
}

/** What is known of a package, as a table: label and value. */
export function factsOf({ kind, title, file, weights, checkedAt, checkedBy, modules }: Report): [string, string][] {
	const facts: [string, string | null][] = [
		['File', file.name],
		['Title', title],
		['Made for', kind && kindNames[kind]],
		['Made by', kind && (modules.length > 0 ? 'Alongside' : 'somebody else, or an older Alongside')],
		[
			'Size',
			`${kilobytes(file.bytes)}${weights ? `; unpacked ${kilobytes(weights.unpacked)} in ${counted(weights.files, 'file')}` : ''}`
		],
		['Heaviest file', weights?.heaviest ? `${weights.heaviest.path}, ${kilobytes(weights.heaviest.bytes)}` : null],
		['Scripts, gzipped', weights && kilobytes(weights.scriptsGzipped)],
		['SHA-256', file.sha256],
		['Checked', `${checkedAt.slice(0, 16).replace('T', ' ')} UTC, by ${checkedBy}`]
	];
	return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '');
}

/** One module of ours, in a sentence or two. */
export function moduleFacts(module: Report['modules'][number]): [string, string][] {
	const marks = [module.isDraft && 'draft', module.isTrial && 'trial'].filter(Boolean).join(' and ');
	return [
		['Revision', module.revision],
		['Language', module.language],
		['Marked as', marks || 'neither draft nor trial'],
		[
			'Suspend data at worst',
			`${module.worstSuspendData} characters${module.suspendLimit === null ? '' : ` of ${module.suspendLimit.toLocaleString('en')}`}`
		]
	];
}

/** How a run went, in a word or three. */
export function outcomeOf({ outcome }: Run): string {
	return { fine: 'as it should', problems: 'with faults', 'not-finished': 'not to its end' }[outcome];
}

function kilobytes(bytes: number): string {
	return `${(Math.round(bytes / 100) / 10).toLocaleString('en')} kB`;
}

function counted(count: number, word: string): string {
	return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
