import { settingsSchema } from '#lib/course/settings-schema.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { Courses, ServedCourse } from '#lib/server/courses.ts';
import { compileSample } from './compile-sample.ts';
import { sampleFile } from './sample-file.ts';

/** The sample module, served as a course of one, or others in its place. */
export function sampleCourse(
	modules: PlayModule[] = [compileSample(sampleFile())],
	options: { passingScaled?: number; reviewed?: boolean } = {}
): ServedCourse {
	return {
		id: 'sample-course',
		title: 'A sample course',
		summary: 'For tests.',
		audience: 'Tests',
		portraits: {},
		modules: modules.map((play) => ({
			play,
			plays: { en: play },
			passingScaled: options.passingScaled ?? null,
			reviewedBy: null
		})),
		reviewed: options.reviewed ?? false,
		loaded: null
	};
}

/** What `createApp` loads: these courses, with default settings. */
export function servedInTests(courses: ServedCourse[]): Courses {
	return { courses, problems: [], settings: settingsSchema.parse({}), isShareBroken: false };
}
