import type { CoursesRead } from '#lib/course/course-source.ts';
import type { Problem } from '#lib/course/problem.ts';
import { parseYaml } from '#lib/course/yaml-source.ts';
import { settingsChecks } from './all-checks.ts';
import { checkCourse, type CheckedCourse } from './check-course.ts';
import { run } from './check.ts';

/** Every problem of a folder of courses, in the order of files and lines, and what was found out on the way. */
export type CheckedCourses = { problems: Problem[]; courses: CheckedCourse[] };

/** Checks everything that was read, and adds what the reader found. */
export function checkCourses({ folder, shared, courses, folders, problems }: CoursesRead): CheckedCourses {
	const checked = courses.map((course) => checkCourse(course, shared));
	const settings = shared.settingsSource ?? parseYaml(`${folder}settings.yaml`, '').source;
	const shares = settings ? run(settingsChecks, { shared, courses, folders }, settings) : [];
	const found = [...problems, ...shares, ...checked.flatMap((course) => course.problems)];
	return { problems: inOrder(found), courses: checked };
}

/**
 * Whether an error stands in the way of a course: one in its own files, or in what all courses share.
 * @param folder as `CoursesRead` names it
 */
export function isRefused(course: string, problems: readonly Problem[], { folder, folders }: CoursesRead): boolean {
	return problems.some(({ severity, file }) => {
		if (severity !== 'error') return false;
		const owner = folders.find((id) => file.startsWith(`${folder}${id}/`));
		return owner === undefined || owner === course;
	});
}

function inOrder(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(left, right) =>
			compare(left.file, right.file) ||
			left.line - right.line ||
			left.column - right.column ||
			compare(left.code, right.code)
	);
}

function compare(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}
