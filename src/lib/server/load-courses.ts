import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import type { Courses, ServedCourse } from './courses.ts';

/**
 * Reads all courses for serving. Those with errors are left out and their problems told.
 * @throws Error where the folder cannot be listed
 */
export async function loadCourses(places: { coursesDir: string; cacheDir: string }): Promise<Courses> {
	const { coursesDir, cacheDir } = places;
	const { courses, ...rest } = await loadCatalogue({ coursesDir, cacheDir });
	return { courses: courses.map(toServed), ...rest };
}

function toServed(loaded: LoadedCourse): ServedCourse {
	const { id, language, texts, modules, isDraft } = loaded;
	const text = texts[language];
	return {
		id,
		title: text?.title ?? id,
		summary: text?.summary ?? '',
		audience: text?.audience ?? '',
		portraits: Object.assign({}, ...modules.map(({ sprites }) => sprites)) as ServedCourse['portraits'],
		modules: modules.map(({ play, plays, passingScaled, reviewed }) => ({
			play,
			plays,
			passingScaled,
			reviewedBy: reviewed[0] ?? null
		})),
		reviewed: !isDraft,
		loaded
	};
}
