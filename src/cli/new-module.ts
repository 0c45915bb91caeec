import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isScalar, isSeq, parseDocument } from 'yaml';
import { isReserved } from '#lib/check/names/reserved-name.ts';
import { idSchema } from '#lib/course/module-schema.ts';
import { readCourses } from '#lib/course/read.ts';
import { Misuse } from './arguments.ts';
import type { Command } from './command.ts';
import { coursesHelp, coursesOption } from './courses-option.ts';
import { newCourse, newModule as moduleText } from './skeleton.ts';

/** `alongside new-module`: a small module that works, to write over. */
export const newModule: Command = {
	name: 'new-module',
	summary: 'Write a small working module to start from, and add it to its course',
	help: `
  course/module   such as working-alongside/first-week; a course that is not there is made
${coursesHelp}

Nothing that is there is written over. The tutorial goes on from here: docs/authors/tutorial.md.`,
	options: { ...coursesOption },
	rest: ['course/module'],
	run: async ({ values, rest: [named = ''] }, terminal) => {
		const [course = '', module = '', ...more] = named.split('/');
		if (more.length > 0 || ![course, module].every((id) => idSchema.safeParse(id).success))
			throw new Misuse(`“${named}” should read <course>/<module>, both in lower-case words joined by hyphens.`);
		refuseReserved(course, module);
		const coursesDir = resolve(typeof values['courses'] === 'string' ? values['courses'] : 'courses');
		const file = join(coursesDir, course, `${module}.yaml`);
		if (await exists(file)) throw new Misuse(`${file} is there already.`);
		await mkdir(dirname(file), { recursive: true });
		const { shared } = await readCourses({ coursesDir, only: course });
		const claims = [...shared.evidence.claims.keys()];
		const claim = claims.includes('role-clarity-central') ? 'role-clarity-central' : claims[0];
		await writeFile(file, moduleText(module, claim));
		terminal.print(file);
		terminal.print(await addToCourse(join(coursesDir, course, 'course.yaml'), course, module));
		terminal.print(`Next: npm run --silent alongside -- check ${course}`);
		return 0;
	}
};

/** @throws Misuse for names that mean something else here, or in every JavaScript object */
function refuseReserved(course: string, module: string): void {
	const another = 'Choose another name; add a word, for example.';
	if (course === 'evidence') throw new Misuse(`“evidence” is the folder of what the courses rest on. ${another}`);
	if (module === 'course') throw new Misuse(`“course.yaml” is the file of the course itself. ${another}`);
	const reserved = [course, module].find(isReserved);
	if (reserved !== undefined) throw new Misuse(`“${reserved}” is kept for the machinery. ${another}`);
}

/** Adds a module to the end of a course's list, keeping everything else of the file; makes the file where there is none. */
async function addToCourse(file: string, course: string, module: string): Promise<string> {
	if (!(await exists(file))) {
		await writeFile(file, newCourse(course, module));
		return file;
	}
	const text = await readFile(file, 'utf8');
	const document = parseDocument(text);
	const modules = document.get('modules');
	const last = isSeq(modules) ? modules.items.at(-1) : undefined;
	const end = isScalar(last) ? last.range?.[1] : undefined;
	if (document.errors.length > 0 || !isSeq(modules) || end === undefined)
		return `Add “${module}” to the modules in ${file} yourself: the list could not be read.`;
	if (modules.items.some((item) => String(item) === module)) return file;
	// Written into the text, so that everything else of the file stays as its author wrote it.
	const indent = /[ ]*(?=- [^\n]*$)/.exec(text.slice(0, end))?.[0] ?? '';
	const added = modules.flow ? `, ${module}` : `\n${indent}- ${module}`;
	await writeFile(file, text.slice(0, end) + added + text.slice(end));
	return file;
}

function exists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false
	);
}
