import type { PlayModule } from './module.ts';

/** What a package is made for. `web`: any web server, and no LMS. */
export const standards = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'xapi', 'web'] as const;
/** One of `standards`. */
export type Standard = (typeof standards)[number];

/**
 * What the page of a package says: one module, and how an organisation wants it run. Packaging writes it, the stand-alone
 * player reads it.
 */
export type PackagedModule = {
	/** The shape of this data; a player of another format refuses it. */
	format: 1;
	standard: Standard;
	module: PlayModule;
	courseTitle: string;
	organisation: string;
	supportContacts: { name: string; how: string; outsideLineManagement: boolean }[];
	reviewed: { name: string; date: string }[];
	/** 0..1; null where the module asks for completion only. */
	passingScaled: number | null;
	/** The status of a module finished without a passing score. */
	doneStatus: 'completed' | 'passed';
	interactions: boolean;
	/** Path of each person's sprite. */
	portraits: Record<string, string>;
};

/** What the first page of a package says that is opened as a whole: a web folder, or an xAPI package of several modules. */
export type PackagedMenu = {
	/** The shape of this data; a player of another format refuses it. */
	format: 1;
	standard: Standard;
	course: { id: string; title: string; summary: string; language: string };
	/** Every module has a peer worker's review of its present text. */
	isReviewed: boolean;
	supportContacts: PackagedModule['supportContacts'];
	/** In the order they are meant to be taken; `page` is beside this one, `faces` are addresses of portraits. */
	modules: {
		id: string;
		title: string;
		summary: string;
		youAre: string;
		minutes: number;
		page: string;
		faces: string[];
	}[];
};
