import { join } from 'node:path';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import { exportCourse, type ExportedCourse, type ExportOptions } from '#lib/packaging/export-course.ts';
import { readPlayerBundle } from '#lib/packaging/player-bundle.ts';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** The project's own course, as it would be served. @throws Error when it has errors */
export async function ownCourse(): Promise<LoadedCourse> {
	const cacheDir = join(root, '.alongside/cache');
	const { courses, problems } = await loadCatalogue({ coursesDir: join(root, 'courses'), cacheDir });
	const course = courses.find(({ id }) => id === 'working-alongside');
	if (!course)
		throw new Error(`The course has errors:\n${problems.map(({ file, message }) => `${file} ${message}`).join('\n')}`);
	return course;
}

/** A package of a course, for SCORM 1.2 unless told, with the player that was built. */
export async function packed(course: LoadedCourse, options: Partial<ExportOptions> = {}): Promise<ExportedCourse> {
	const bundle = await readPlayerBundle({ dir: join(root, 'build/player'), language: course.language });
	return exportCourse(course, { standard: 'scorm12', ...options }, bundle);
}
