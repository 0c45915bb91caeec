import { json, type RequestHandler } from '@sveltejs/kit';
import { anyone } from '../../access.ts';

/** For the operator's monitor: the database answers, and so many courses are served. */
export const GET: RequestHandler = ({ locals }) => {
	anyone(locals);
	return json({ ok: true, courses: locals.app.courses().courses.length });
};
