import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import { standards } from '#lib/scenario/packaged-module.ts';
import { Misuse, type Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { coursesHelp, coursesOption, findCourse } from './courses-option.ts';
import { printProblems } from './print-problems.ts';

/** `alongside export`: a course as a package for an LMS. */
export const exportCommand: Command = {
	name: 'export',
	summary: 'Pack a course for an LMS, and print where the zip is',
	help: `
  course               a course’s id, or the path of its folder
  --standard NAME      one of: ${standards.join(', ')}
  --out DIR            where the zip goes; made where it is missing
  --per module         one package per module; default: one for the course
  --language TAG       one of the course’s languages; default: its own
  --passing SCORE      60 for every module, or role-clarity=60,boundaries=70; 0 for none; default: the settings
  --interactions       let the LMS record each choice; learners are told
  --prerequisites      each module asks for the one before it
  --status NAME        what a finished module without a passing score is: completed (default) or passed
${coursesHelp}

Exit code: 0 the zip is there, 1 the course has errors, 2 the command cannot be run like this.
What an LMS does with it: docs/lms/scorm.md.`,
	options: {
		standard: { type: 'string' },
		per: { type: 'string' },
		out: { type: 'string' },
		language: { type: 'string' },
		passing: { type: 'string' },
		interactions: { type: 'boolean' },
		prerequisites: { type: 'boolean' },
		status: { type: 'string' },
		...coursesOption
	},
	rest: ['course'],
	run: async ({ values, rest: [named = ''] }, terminal) => {
		const standard = standards.find((one) => one === values['standard']);
		if (!standard) throw new Misuse(`--standard is missing or unknown. There is: ${standards.join(', ')}.`);
		const isPerModule = perFrom(values['per']) === 'module';
		if (typeof values['out'] !== 'string') throw new Misuse('--out is missing: the folder where the zip goes.');
		const out = resolve(values['out']);
		const { coursesDir, id } = findCourse(named, values['courses']);
		const root = resolve(import.meta.dirname, '../..');
		const cacheDir = join(process.env['ALONGSIDE_DATA'] ?? join(root, '.alongside'), 'cache');
		const { courses, problems } = await loadCatalogue({ coursesDir, cacheDir, only: id });
		const course = courses.find((one) => one.id === id);
		if (!course) {
			const errors = problems.filter(({ severity }) => severity === 'error');
			printProblems(errors, terminal);
			terminal.complain(`${id} has errors, so it was not exported.`);
			return 1;
		}
		const modules = course.modules.map((module) => module.id);
		const language = typeof values['language'] === 'string' ? values['language'] : course.language;
		if (!course.languages.includes(language))
			throw new Misuse(`${id} is not there in “${language}”. There is: ${course.languages.join(', ')}.`);
		const passingScaled = passingFrom(values['passing'], modules);
		const doneStatus = statusFrom(values['status']);
		// Loaded late: both need what the build makes, and the other commands work without it.
		const { exportCourse } = await import('#lib/packaging/export-course.ts');
		const { readPlayerBundle } = await import('#lib/packaging/player-bundle.ts');
		const bundle = await readPlayerBundle({ dir: join(root, 'build/player'), language });
		await mkdir(out, { recursive: true });
		const marks = { draft: false, trial: false };
		for (const only of isPerModule ? modules.map((module) => [module]) : [undefined]) {
			const exported = await exportCourse(
				course,
				{
					standard,
					...(only && { modules: only }),
					language,
					passingScaled,
					doneStatus,
					interactions: values['interactions'] === true,
					prerequisites: values['prerequisites'] === true
				},
				bundle
			);
			const file = join(out, exported.fileName);
			// Written aside and moved: what stands under this name is always a whole package.
			const draft = `${file}.${process.pid}.tmp`;
			await writeFile(draft, exported.zip);
			await rename(draft, file);
			marks.draft ||= exported.marks.draft;
			marks.trial ||= exported.marks.trial;
			terminal.print(file);
		}
		if (marks.draft)
			terminal.complain('Marked as a draft: no peer worker has reviewed every module at its present revision.');
		if (marks.trial) terminal.complain('Marked as a trial: no support contacts are set in courses/settings.yaml.');
		return 0;
	}
};

/**
 * Passing scores out of what was typed, in hundredths.
 * @throws Misuse on a module the course does not have, or a score outside 0..100
 */
export function passingFrom(typed: Arguments['values'][string], modules: string[]): Record<string, number | null> {
	if (typeof typed !== 'string') return {};
	const parts = typed.includes('=') ? typed.split(',') : modules.map((module) => `${module}=${typed}`);
	return Object.fromEntries(
		parts.map((part): [string, number | null] => {
			const [module = '', score = ''] = part.split('=').map((text) => text.trim());
			if (!modules.includes(module))
				throw new Misuse(
					`--passing names “${module}”, which is no module of the course. There is: ${modules.join(', ')}.`
				);
			const value = score === '' ? Number.NaN : Number(score);
			if (!(value >= 0 && value <= 100)) throw new Misuse(`--passing ${part}: the score must be between 0 and 100.`);
			return [module, value === 0 ? null : value / 100];
		})
	);
}

function statusFrom(typed: Arguments['values'][string]): 'completed' | 'passed' {
	if (typed === undefined || typed === 'completed') return 'completed';
	if (typed === 'passed') return 'passed';
	throw new Misuse(`--status ${String(typed)}: it is completed or passed.`);
}

function perFrom(typed: Arguments['values'][string]): 'course' | 'module' {
	if (typed === undefined || typed === 'course') return 'course';
	if (typed === 'module') return 'module';
	throw new Misuse(`--per ${String(typed)}: it is course or module.`);
}
