import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Misuse } from './arguments.ts';

/** The option that says where the courses are. */
export const coursesOption = { courses: { type: 'string' } } as const;

/** What its help says. */
export const coursesHelp = '  --courses DIR   the folder of courses; default: ./courses';

/** The folder of courses that a command works on. @throws Misuse where there is none */
export function coursesDirOf(given: string | boolean | undefined): string {
	const dir = resolve(typeof given === 'string' ? given : 'courses');
	if (!isFolder(dir))
		throw new Misuse(`There is no folder ${dir}. Run this where “courses” is, or pass --courses DIR.`);
	return dir;
}

/**
 * One course, named by its id or by the path of its folder.
 * @throws Misuse where there is none
 */
export function findCourse(named: string, courses: string | boolean | undefined): { coursesDir: string; id: string } {
	const path = resolve(named);
	if (existsSync(join(path, 'course.yaml'))) return { coursesDir: dirname(path), id: basename(path) };
	const coursesDir = coursesDirOf(courses);
	if (isFolder(join(coursesDir, named)) && !named.includes('..')) return { coursesDir, id: basename(named) };
	throw new Misuse(`There is no course “${named}” in ${coursesDir}.`);
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
