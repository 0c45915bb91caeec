import { json, type RequestHandler } from '@sveltejs/kit';
import { requireAdministrator } from '../../../access.ts';

/** Reads all courses again. A course with a mistake is left out and its problems are told; the others are served. */
export const POST: RequestHandler = async ({ locals }) => {
	requireAdministrator(locals);
	const { courses, problems } = await locals.app.reloadCourses();
	return json({ courses: courses.map(({ id }) => id), problems });
};
