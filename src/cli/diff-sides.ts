import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkCourse } from '#lib/check/check-course.ts';
import type { CourseSource, CoursesRead } from '#lib/course/course-source.ts';
import { courseSchema } from '#lib/course/course-schema.ts';
import { moduleSchema } from '#lib/course/module-schema.ts';
import type { Problem } from '#lib/course/problem.ts';
import { readCourses } from '#lib/course/read.ts';
import { readYamlFile } from '#lib/course/read-file.ts';
import { parseBySchema } from '#lib/course/schema-problems.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { Misuse } from './arguments.ts';

/** The modules of one version, compiled, by id. */
export type Side = Map<string, PlayModule>;

/** Both versions, or what stands in the way of comparing them. */
export type Sides = { before: Side; after: Side; problems: Problem[] };

/**
 * Reads two versions: module files, or folders of a course. A file that was copied out of its course borrows the cast and
 * the evidence of the other side.
 * @throws Misuse where one is not there, or they are of two kinds
 */
export async function readSides(old: string, now: string): Promise<Sides> {
	const paths = [old, now].map((path) => resolve(path));
	for (const path of paths) if (!existsSync(path)) throw new Misuse(`There is no ${path}.`);
	const areFolders = paths.map((path) => statSync(path).isDirectory());
	if (areFolders[0] !== areFolders[1]) throw new Misuse('Compare two files or two folders.');

	const folders = paths.map((path, index) => (areFolders[index] ? path : dirname(path)));
	const reads = await Promise.all(folders.map((folder) => readIfCourse(folder)));
	const courses = reads.flatMap((read) => read?.courses ?? []);
	const shared = reads
		.flatMap((read) => (read ? [read.shared] : []))
		.sort((left, right) => right.evidence.claims.size - left.evidence.claims.size)[0];
	if (!shared || courses.length === 0)
		throw new Misuse('Neither side is part of a course: there is no course.yaml beside it.');

	const problems: Problem[] = [];
	const sides = await Promise.all(
		paths.map(async (path, index): Promise<Side> => {
			const home = reads[index]?.courses[0] ?? courses[0]!;
			const course = areFolders[index] ? home : await withModule(home, path, problems);
			const checked = checkCourse(course, shared);
			for (const { id, source, file } of course.modules) {
				const own = checked.problems.filter((one) => one.severity === 'error' && one.file === source.file);
				if (!checked.compiled.has(id)) problems.push(...(file ? own : parseBySchema(moduleSchema, source).problems));
			}
			return checked.compiled;
		})
	);
	return { before: sides[0]!, after: sides[1]!, problems };
}

async function readIfCourse(folder: string): Promise<CoursesRead | null> {
	if (!existsSync(join(folder, 'course.yaml'))) return null;
	return readCourses({ coursesDir: dirname(folder), only: basename(folder) });
}

/** A course with nothing but the module of one file in it. */
async function withModule(course: CourseSource, path: string, problems: Problem[]): Promise<CourseSource> {
	const read = await readYamlFile({ path, file: path, within: dirname(path) });
	problems.push(...read.problems);
	if (!read.source) return { ...course, modules: [] };
	const parsed = parseBySchema(moduleSchema, read.source);
	const id = parsed.value?.id ?? basename(path, '.yaml');
	// The course's own file may be broken without this module minding; its cast is all that is needed of it.
	const file = course.course.file ?? courseSchema.safeParse(course.course.source.value).data ?? null;
	return {
		...course,
		course: { ...course.course, file },
		modules: [{ id, source: read.source, file: parsed.value, translations: [] }]
	};
}
