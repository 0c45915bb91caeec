import type { PlayModule } from '#lib/scenario/module.ts';
import type { Problem } from '#lib/course/problem.ts';

/** A course as the server needs it: checked, compiled, with what the organisation has set. */
export type ServedCourse = {
	id: string;
	title: string;
	summary: string;
	/** In the order they are meant to be taken. */
	modules: ServedModule[];
	/** A peer worker's review is entered for the present revision of every module. */
	reviewed: boolean;
};

export type ServedModule = {
	play: PlayModule;
	/** 0..1; null where completion is all that is asked. */
	passingScaled: number | null;
	/** Who of the peer workers has reviewed this very revision; null where nobody has. */
	reviewedBy: { name: string; date: string } | null;
};

/** All that is served now. Replaced whole when courses are read again. */
export type Courses = { courses: ServedCourse[]; problems: Problem[] };

/** The course of this id; undefined where none is served. */
export function findCourse(courses: Courses, course: string): ServedCourse | undefined {
	return courses.courses.find((served) => served.id === course);
}

/** The module of this course; undefined where none is served. */
export function findModule(courses: Courses, course: string, module: string): ServedModule | undefined {
	return findCourse(courses, course)?.modules.find((served) => served.play.id === module);
}
