import { eq } from 'drizzle-orm';
import type { App } from './app.ts';
import { findCourse } from './courses.ts';
import { csv } from './csv.ts';
import { attempts, results } from './db/schema.ts';
import { enrolmentsIn } from './enrolments.ts';
import { furthestOf, type Furthest } from './furthest.ts';
import { listPeople } from './people.ts';

/** Who has completed what of one course: facts and dates, never choices, and nothing of journals. */
export type CompletionTable = {
	course: { id: string; title: string };
	modules: { id: string; title: string }[];
	people: {
		id: string;
		displayName: string;
		login: string;
		/** Whether they were asked to do it. */
		isEnrolled: boolean;
		dueDay: string | null;
		/** One per module, in the same order; null where it is not done. */
		done: (Furthest | null)[];
		/** Every module is done. */
		isComplete: boolean;
	}[];
};

/**
 * The completion table of a course: everybody who was asked to do it or has finished a module of it, by name.
 * @returns null where no such course is served
 */
export async function completionTable(app: App, courseId: string): Promise<CompletionTable | null> {
	const course = findCourse(app.courses(), courseId);
	if (!course) return null;
	const modules = course.modules.map(({ play }) => ({ id: play.id, title: play.title }));
	const earned = app.store.db
		.select({ personId: attempts.personId, module: attempts.module, result: results })
		.from(results)
		.innerJoin(attempts, eq(attempts.id, results.attemptId))
		.where(eq(attempts.course, courseId))
		.all();
	const enrolled = new Map((await enrolmentsIn(app, courseId)).map((enrolment) => [enrolment.personId, enrolment]));
	const rows = (await listPeople(app)).flatMap(({ id, displayName, login }) => {
		const theirs = earned.filter(({ personId }) => personId === id);
		const enrolment = enrolled.get(id);
		if (theirs.length === 0 && !enrolment) return [];
		const done = modules.map((module) =>
			furthestOf(theirs.flatMap((row) => (row.module === module.id ? [row.result] : [])))
		);
		return [
			{
				id,
				displayName,
				login,
				isEnrolled: enrolment !== undefined,
				dueDay: enrolment?.dueDay ?? null,
				done,
				isComplete: done.every((cell) => cell !== null)
			}
		];
	});
	return { course: { id: course.id, title: course.title }, modules, people: rows };
}

/** What the columns of the CSV are called, in the reader's language. */
export type CompletionHeadings = { name: string; login: string; due: string; done: (moduleTitle: string) => string };

/** The completion table as CSV text: a row per person, the day each module was done. */
export function completionCsv(table: CompletionTable, headings: CompletionHeadings): string {
	const head = [headings.name, headings.login, headings.due, ...table.modules.map(({ title }) => headings.done(title))];
	const rows = table.people.map(({ displayName, login, dueDay, done }) => [
		displayName,
		login,
		dueDay ?? '',
		...done.map((cell) => cell?.doneOn ?? '')
	]);
	return csv([head, ...rows]);
}
