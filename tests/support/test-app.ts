import { createApp, type App } from '#lib/server/app.ts';
import type { ServedCourse } from '#lib/server/courses.ts';
import type { OpenOptions } from '#lib/server/db/open.ts';
import { migrations } from './migrations.ts';
import { sampleCourse, servedInTests } from './sample-course.ts';

/** An app with the handles a test needs. */
export type TestApp = App & {
	/** What is served from now on. */
	serve: (courses: ServedCourse[]) => Promise<void>;
	/** Errors that were reported. */
	errors: unknown[];
	/** What the operator's log says. */
	lines: string[];
	/** Moves the clock on. */
	pass: (ms: number) => void;
};

/** An app with the real migrations: in memory unless a file is given, with a clock that stands still at the beginning. */
export async function testApp(
	options: { store?: Partial<OpenOptions>; courses?: ServedCourse[] } = {}
): Promise<TestApp> {
	let courses = options.courses ?? [sampleCourse()];
	let at = Date.now();
	const errors: unknown[] = [];
	const lines: string[] = [];
	const app = await createApp({
		store: { file: ':memory:', migrations, ...options.store },
		loadCourses: () => Promise.resolve(servedInTests(courses)),
		now: () => new Date(at),
		report: (_id, error) => errors.push(error),
		log: (line) => lines.push(line)
	});
	return {
		...app,
		errors,
		lines,
		pass: (ms) => (at += ms),
		serve: async (next) => {
			courses = next;
			await app.reloadCourses();
		}
	};
}
