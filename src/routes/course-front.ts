import type { ServedCourse, ServedModule } from '#lib/server/courses.ts';
import { topicInWords } from '#lib/player/words.ts';
import { playIn, textsIn } from './in-language.ts';
import { portraitAddress, portraitsIn } from './portraits.ts';

/** Somebody one meets, with the address of their drawing. */
export type Face = { id: string; name: string; role: string; src: string };

/** A module as cards and the course's page show it. */
export type ModuleFront = {
	id: string;
	/** Language of the module's own texts, where it is not the page's. */
	lang: string | undefined;
	title: string;
	summary: string;
	/** Whom one plays; no full stop at its end. */
	youAre: string;
	minutes: number;
	/** Content topics in words. */
	topics: string[];
	/** Content notes, a sentence each. */
	notes: string[];
	people: Face[];
	reviewedBy: { name: string; date: string } | null;
};

/** A course as cards and its page show it. */
export type CourseFront = {
	id: string;
	/** Language of the course's own texts, where it is not the page's. */
	lang: string | undefined;
	title: string;
	summary: string;
	audience: string;
	isReviewed: boolean;
	modules: ModuleFront[];
	/** Everybody one meets in it, once each. */
	people: Face[];
};

/** What can be shown of a course to anybody, in their language. */
export function frontOf(course: ServedCourse, language: string): CourseFront {
	const modules = course.modules.map((module) => moduleFrontOf(course, module, language));
	const people = new Map(modules.flatMap((module) => module.people.map((face) => [face.src, face] as const)));
	const { title, summary, audience } = textsIn(course, language);
	return {
		id: course.id,
		lang: languageOf(course, language),
		title,
		summary,
		audience,
		isReviewed: course.reviewed,
		modules,
		people: [...people.values()]
	};
}

function moduleFrontOf(course: ServedCourse, module: ServedModule, language: string): ModuleFront {
	const play = playIn(module, language);
	const { id, title, summary, youAre, minutes, contentNotes, cast } = play;
	const portraits = portraitsIn(course, id);
	const people = Object.entries(cast).flatMap(([person, { name, role }]): Face[] => {
		const hash = portraits[person]?.hash;
		return hash === undefined ? [] : [{ id: person, name, role, src: portraitAddress(course.id, person, hash) }];
	});
	return {
		id,
		lang: play.language === language ? undefined : play.language,
		title,
		summary,
		youAre: youAre.replace(/\.$/, ''),
		minutes,
		topics: [...new Set(contentNotes.map(({ topic }) => topicInWords(topic)))],
		notes: contentNotes.map(({ note }) => note),
		people,
		reviewedBy: module.reviewedBy
	};
}

function languageOf({ loaded }: ServedCourse, language: string): string | undefined {
	return !loaded || loaded.languages.includes(language) ? undefined : loaded.language;
}
