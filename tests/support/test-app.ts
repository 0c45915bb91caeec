import { join } from 'node:path';
import { createApp, type App } from '#lib/server/app.ts';
import type { ServedCourse } from '#lib/server/courses.ts';
import type { OpenOptions } from '#lib/server/db/open.ts';
import { compileSample } from './compile-sample.ts';
import { sampleFile } from './sample-file.ts';
import type { PlayModule } from '#lib/scenario/module.ts';

/** Folder of the real migrations. */
export const migrations = join(import.meta.dirname, '../../src/lib/server/db/migrations');

/** The sample module, served as a course of one, or others in its place. */
export function sampleCourse(
	modules: PlayModule[] = [compileSample(sampleFile())],
	options: { passingScaled?: number; reviewed?: boolean } = {}
): ServedCourse {
	return {
		id: 'sample-course',
		title: 'A sample course',
		summary: 'For tests.',
		modules: modules.map((play) => ({ play, passingScaled: options.passingScaled ?? null, reviewedBy: null })),
		reviewed: options.reviewed ?? false
	};
}

export type TestApp = App & {
	/** What is served from now on. */
	serve: (courses: ServedCourse[]) => Promise<void>;
	/** Errors that were reported. */
	errors: unknown[];
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
	const app = await createApp({
		store: { file: ':memory:', migrations, ...options.store },
		loadCourses: () => Promise.resolve({ courses, problems: [] }),
		now: () => new Date(at),
		report: (_id, error) => errors.push(error)
	});
	return {
		...app,
		errors,
		pass: (ms) => (at += ms),
		serve: async (next) => {
			courses = next;
			await app.reloadCourses();
		}
	};
}
