import type { ModuleFigures } from '#lib/check/check-course.ts';
import { checkCourses } from '#lib/check/check-courses.ts';
import { readCourses } from '#lib/course/read.ts';
import type { Command } from './command.ts';
import { coursesDirOf, coursesHelp, coursesOption, findCourse } from './courses-option.ts';
import { countOf, printProblems } from './print-problems.ts';

/** `alongside check`: everything that is wrong with the courses, and what they measure. */
export const check: Command = {
	name: 'check',
	summary: 'Find what is wrong with the courses, all of it at once',
	help: `
  course          a course’s id, or the path of its folder; default: all
  --json          problems and figures as JSON
${coursesHelp}

Exit code: 0 no errors (warnings do not count), 1 errors, 2 the command cannot be run like this.
What each code means: docs/authors/checks.md.`,
	options: { json: { type: 'boolean' }, ...coursesOption },
	rest: ['[course]'],
	run: async ({ values, rest }, terminal) => {
		const [named] = rest;
		const { coursesDir, id } =
			named === undefined
				? { coursesDir: coursesDirOf(values['courses']), id: undefined }
				: findCourse(named, values['courses']);
		const { problems, courses } = checkCourses(await readCourses({ coursesDir, only: id }));
		const hasErrors = problems.some(({ severity }) => severity === 'error');
		if (values['json'] === true) {
			terminal.print(
				JSON.stringify({ problems, courses: courses.map(({ id, modules }) => ({ id, modules })) }, null, '\t')
			);
			return hasErrors ? 1 : 0;
		}
		printProblems(problems, terminal);
		if (problems.length > 0) terminal.print('');
		for (const { id, modules } of courses) for (const figures of modules) terminal.print(summaryOf(id, figures));
		terminal.print(countOf(problems));
		return hasErrors ? 1 : 0;
	}
};

/** What a module measures, in one line. */
function summaryOf(
	course: string,
	{ id, scenes, endings, decisions, words, minutes, suspendData, revision, isReviewed }: ModuleFigures
): string {
	const figures = [
		`${scenes} scenes`,
		`${endings} endings`,
		decisions && `${decisions.fewest}–${decisions.most} decisions`,
		minutes !== null && words !== null && `${words.toLocaleString('en')} words, ${minutes} min`,
		suspendData && `suspend data at worst ${suspendData.worst}`,
		revision !== null && `revision ${revision}, ${isReviewed ? 'reviewed' : 'not reviewed'}`
	];
	return `${course}/${id}: ${figures.filter(Boolean).join(' · ')}`;
}
