import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import type { Problem } from '#lib/course/problem.ts';
import type { Settings } from '#lib/course/settings-schema.ts';
import type { PlayModule } from '#lib/scenario/module.ts';

/** A course as the server needs it: checked, compiled, with what the organisation has set. */
export type ServedCourse = {
	id: string;
	title: string;
	summary: string;
	/** For whom it is meant, in a line. */
	audience: string;
	/** Per person one meets: the drawing of all their moods, and a hash of what it shows. */
	portraits: Record<string, { svg: string; hash: string }>;
	/** In the order they are meant to be taken. */
	modules: ServedModule[];
	/** A peer worker's review is entered for the present revision of every module. */
	reviewed: boolean;
	/** All the catalogue knows of it: what an export takes; null in tests. */
	loaded: LoadedCourse | null;
};

/** One module of it. */
export type ServedModule = {
	/** In the course's own language. */
	play: PlayModule;
	/** Per language of the course, the own one included; the revision is the same in all. */
	plays: Record<string, PlayModule>;
	/** 0..1; null where completion is all that is asked. */
	passingScaled: number | null;
	/** Who of the peer workers has reviewed this very revision; null where nobody has. */
	reviewedBy: { name: string; date: string } | null;
};

/** All that is served now. Replaced whole when courses are read again. */
export type Courses = {
	courses: ServedCourse[];
	problems: Problem[];
	/** What the organisation has set; the defaults where it has set nothing. */
	settings: Settings;
	/** An error in what all courses share has left out every one of them. */
	isShareBroken: boolean;
};

/** The course of this id; undefined where none is served. */
export function findCourse(courses: Courses, course: string): ServedCourse | undefined {
	return courses.courses.find((served) => served.id === course);
}

/** The module of this course; undefined where none is served. */
export function findModule(courses: Courses, course: string, module: string): ServedModule | undefined {
	return findCourse(courses, course)?.modules.find((served) => served.play.id === module);
}
