import type { App } from './app.ts';
import { attemptsOf, entriesOf, type Attempt } from './attempts.ts';
import type { ServedCourse } from './courses.ts';
import { enrolmentsOf } from './enrolments.ts';
import { furthestOf, type Furthest } from './furthest.ts';
import { dayOf } from './ids.ts';
import type { Owner } from './owner.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { PlayModule } from '#lib/scenario/module.ts';

/** One module on the home page. */
export type MyModule = {
	id: string;
	title: string;
	summary: string;
	minutes: number;
	/** Nothing decided yet, in the middle, or at least once to an ending. */
	progress: 'not-started' | 'started' | 'done';
	/** Where the current attempt waits: part n of m, and the scene's title; null before the first decision and at an ending. */
	place: { part: number; parts: number; sceneTitle: string } | null;
	done: Furthest | null;
};

/** One course on the home page. */
export type MyCourse = {
	id: string;
	title: string;
	summary: string;
	isReviewed: boolean;
	/** Asked to do it; null where one chose it oneself. */
	asked: { dueDay: string | null; isOverdue: boolean } | null;
	modules: MyModule[];
	/** The module to go on with: one in the middle, else the first that is not done; null when all is done. */
	next: string | null;
	isComplete: boolean;
	/** Day of the last module's first completion, when all are done. */
	doneOn: string | null;
};

/**
 * The courses of somebody's home page: those they are asked to do first, by day due, then the others that are served.
 * @param owner null for a visitor who is not known yet
 */
export async function myCourses(app: App, owner: Owner | null): Promise<MyCourse[]> {
	const attempts = owner ? attemptsOf(app, owner) : [];
	const enrolments = owner?.kind === 'person' ? await enrolmentsOf(app, owner.id) : [];
	const today = dayOf(app.now());
	const mine = app.courses().courses.map((course): MyCourse => {
		const modules = course.modules.map(({ play }) =>
			myModule(
				app,
				play,
				attempts.filter((attempt) => attempt.course === course.id && attempt.module === play.id)
			)
		);
		const enrolment = enrolments.find((asked) => asked.course === course.id);
		const isComplete = modules.every((module) => module.done !== null);
		const dueDay = enrolment?.dueDay ?? null;
		return {
			...frontOf(course),
			asked: enrolment ? { dueDay, isOverdue: dueDay !== null && dueDay < today && !isComplete } : null,
			modules,
			next: nextOf(modules),
			isComplete,
			doneOn: isComplete
				? (modules
						.flatMap(({ done }) => (done ? [done.doneOn] : []))
						.sort()
						.at(-1) ?? null)
				: null
		};
	});
	const rank = ({ asked }: MyCourse) => (asked ? (asked.dueDay ?? '9998') : '9999');
	return mine.sort((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0));
}

function frontOf({ id, title, summary, reviewed }: ServedCourse) {
	return { id, title, summary, isReviewed: reviewed };
}

function nextOf(modules: MyModule[]): string | null {
	const started = modules.find((module) => module.progress === 'started');
	return (started ?? modules.find((module) => module.done === null))?.id ?? null;
}

function myModule(app: App, play: PlayModule, attempts: (Attempt & { isCurrent: boolean })[]): MyModule {
	const done = furthestOf(attempts.flatMap(({ result }) => (result ? [result] : [])));
	const current = attempts.find((attempt) => attempt.isCurrent && attempt.length > 0);
	const { id, title, summary, minutes } = play;
	const place = current ? placeOf(play, replay(play, entriesOf(app, current.id))) : null;
	const progress = done ? 'done' : current ? 'started' : 'not-started';
	return { id, title, summary, minutes, progress, place, done };
}

function placeOf(play: PlayModule, replayed: { place: string; ended: string | null }): MyModule['place'] {
	const scene = play.scenes[replayed.place];
	const chapter = play.chapters.find((known) => known.id === scene?.chapter);
	if (replayed.ended !== null || !scene || !chapter) return null;
	return { part: chapter.part, parts: Math.max(...play.chapters.map(({ part }) => part)), sceneTitle: scene.title };
}
