import { json, type RequestHandler } from '@sveltejs/kit';
import { anyone } from '../../access.ts';

/** For the operator's monitor: the database can be written, and so many courses are served. 503 where it cannot. */
export const GET: RequestHandler = ({ locals }) => {
	anyone(locals);
	locals.app.store.probe(); // throws where it cannot
	return json({ ok: true, courses: locals.app.courses().courses.length });
};
