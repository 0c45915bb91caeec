import { findCourse } from '#lib/server/courses.ts';
import { myCourses } from '#lib/server/home.ts';
import { readSiteSettings } from '#lib/server/site-settings.ts';
import { error } from '@sveltejs/kit';
import { anyone, ownerOf } from '../../../access.ts';
import { frontOf } from '../../../course-front.ts';
import type { PageServerLoad } from './$types';

/** One course: what it is, for anybody; and where one is in it. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { person } = anyone(locals);
	const course = findCourse(locals.app.courses(), params.course);
	if (!course) error(404, 'No such course', { code: 'no-such-course' });
	const mine = (await myCourses(locals.app, ownerOf(locals))).find(({ id }) => id === course.id);
	if (!mine) throw new Error(`${course.id} is served and not among my courses`);
	return {
		course: frontOf(course, locals.language),
		mine,
		mayPlay: person !== null || (await readSiteSettings(locals.app)).guests
	};
};
