import type { ModuleFigures } from '#lib/check/check-course.ts';
import type { Problem } from '#lib/course/problem.ts';
import type { Settings } from '#lib/course/settings-schema.ts';
import type { PlayModule } from '#lib/scenario/module.ts';

/** All courses that can be served and exported, and what is wrong with those that cannot. */
export type Catalogue = {
	courses: LoadedCourse[];
	problems: Problem[];
	/** What the organisation has set, for all courses; the defaults where its file is wrong. */
	settings: Settings;
	/** An error in what all courses share (settings, evidence) has left out every one of them. */
	isShareBroken: boolean;
};

/** A course without errors: compiled, laid out, portraits drawn, the organisation's settings filled in. */
export type LoadedCourse = {
	id: string;
	version: string;
	/** The language it was written in. */
	language: string;
	/** That language and every one it is translated into, sorted behind it. */
	languages: string[];
	/** Per language. */
	texts: Record<string, { title: string; summary: string; audience: string }>;
	/** In the order they are meant to be taken. */
	modules: LoadedModule[];
	/** Some module has no review of its present revision: exports are marked draft. */
	isDraft: boolean;
	/** No support contacts are set: pages and exports are marked trial. */
	isTrial: boolean;
	organisation: string;
	supportContacts: { name: string; how: string; outsideLineManagement: boolean }[];
	policyLinks: { title: string; url: string }[];
};

/** One module of a loaded course. */
export type LoadedModule = {
	id: string;
	/** In the course's own language. */
	play: PlayModule;
	/** Per language of the course; the own one included. */
	plays: Record<string, PlayModule>;
	/** Reviews by peer workers of this very revision; none means unreviewed. */
	reviewed: { name: string; date: string }[];
	/** 0..1; null asks for completion only. */
	passingScaled: number | null;
	/** Per person who appears: the sprite of all moods the course needs, and a hash of what it shows. */
	sprites: Record<string, { svg: string; hash: string }>;
	figures: ModuleFigures;
};

/** A course by id; undefined where none is loaded. */
export function findCourse(catalogue: Pick<Catalogue, 'courses'>, course: string): LoadedCourse | undefined {
	return catalogue.courses.find(({ id }) => id === course);
}

/** A module by the ids of its course and itself; undefined where none is loaded. */
export function findModule(
	catalogue: Pick<Catalogue, 'courses'>,
	course: string,
	module: string
): LoadedModule | undefined {
	return findCourse(catalogue, course)?.modules.find(({ id }) => id === module);
}
