import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Report } from '#lib/verify/report.ts';
import { Misuse } from './arguments.ts';
import type { Command, Terminal } from './command.ts';

const mostBytes = 200 * 1024 * 1024;
const foreignSeconds = 10;

/** `alongside verify-package`: whether a package works, before it is imported. */
export const verifyPackageCommand: Command = {
	name: 'verify-package',
	summary: 'Check a package, anybody’s, before an LMS imports it',
	help: `
  file            a zip for an LMS: SCORM 1.2 or 2004, cmi5, xAPI, or plain web
  --json          the report as JSON
  --html FILE     the report as one page, to read, print or send to a vendor
  --no-run        only look at it: do not play it in a browser

A package of Alongside is played to its end, with a crash in between; of any other the first pages are opened for
${foreignSeconds} seconds, with no way to reach anything but this check. That takes a Chromium: yours, or the one in ALONGSIDE_CHROMIUM.

Exit code: 0 no problems (things to know do not count), 1 problems, 2 the command cannot be run like this.
What each code means: docs/lms/checking-a-package.md.`,
	options: { json: { type: 'boolean' }, html: { type: 'string' }, 'no-run': { type: 'boolean' } },
	rest: ['file'],
	run: async ({ values, rest: [named = ''] }, terminal) => {
		const zip = await readPackage(named);
		const root = resolve(import.meta.dirname, '../..');
		// Loaded late: the other commands need neither a browser nor a validator.
		const { verifyPackage } = await import('#lib/verify/verify-package.ts');
		const report = await verifyPackage(zip, {
			fileName: basename(named),
			checkedBy: await ownName(root),
			now: new Date(),
			controlDocuments: await controlDocumentsOf(root),
			...(values['no-run'] !== true && { play: await playerOf(root) })
		});
		if (typeof values['html'] === 'string') {
			const { toReportHtml } = await import('#lib/verify/html/report-html.ts');
			const tokens = await readFile(join(root, 'src/lib/ui/tokens.css'), 'utf8');
			await writeFile(values['html'], toReportHtml(report, tokens));
		}
		if (values['json'] === true) terminal.print(JSON.stringify(report, null, '\t'));
		else await printReport(report, terminal);
		return report.verdict === 'fine' || report.verdict === 'traps' ? 0 : 1;
	}
};

/** @throws Misuse where there is no such file, or none that could be a package */
async function readPackage(named: string): Promise<Uint8Array> {
	const found = await stat(named).catch(() => null);
	if (!found) throw new Misuse(`There is no file “${named}”.`);
	if (!found.isFile()) throw new Misuse(`“${named}” is no file. Name the zip itself.`);
	if (found.size > mostBytes) throw new Misuse(`“${named}” is over ${mostBytes / 1024 / 1024} MiB, and is not read.`);
	return readFile(named);
}

async function ownName(root: string): Promise<string> {
	const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
	return `Alongside ${version}`;
}

/** Empty where the player was not built: then the report says that the schemas were not at hand. */
async function controlDocumentsOf(root: string) {
	const { readPlayerBundle } = await import('#lib/packaging/player-bundle.ts');
	return readPlayerBundle({ dir: join(root, 'build/player'), language: 'en' }).then(
		({ controlDocuments }) => controlDocuments,
		() => ({})
	);
}

async function playerOf(root: string) {
	const { playPackage } = await import('#lib/verify/run/play-package.ts');
	const { findChromium } = await import('./setup/chromium.mjs');
	return (...found: [Parameters<typeof playPackage>[0], Parameters<typeof playPackage>[1]]) =>
		playPackage(...found, { root, chromium: findChromium(), foreignSeconds });
}

async function printReport(report: Report, { print, isColourful }: Terminal): Promise<void> {
	const { factsOf, moduleFacts, outcomeOf, verdictOf } = await import('#lib/verify/words.ts');
	const paint = (code: number, text: string) => (isColourful ? `\u001b[${code}m${text}\u001b[0m` : text);
	print(paint(1, verdictOf(report)));
	for (const { where, severity, code, message, hint } of report.problems) {
		print(`\n${where}  ${paint(severity === 'error' ? 31 : 33, severity)} ${paint(1, code)}`);
		print(`    ${message} ${hint}`);
	}
	if (report.notChecked.length > 0) print('\nNot checked');
	for (const line of report.notChecked) print(`    ${line}`);
	print('');
	for (const [label, value] of factsOf(report)) print(`${label}: ${value}`);
	for (const module of report.modules) {
		print(`\n${module.title} (${module.page})`);
		for (const [label, value] of moduleFacts(module)) print(`    ${label}: ${value}`);
		for (const line of module.recorded) print(`    Your LMS records: ${line}`);
	}
	for (const run of report.runs) {
		print(`\n${run.page}: ${run.name}: ${outcomeOf(run)}, ${run.callCount} calls`);
		for (const line of [...run.seen, ...run.faults]) print(`    ${line}`);
	}
}
