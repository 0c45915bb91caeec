import { findCourse } from '#lib/server/courses.ts';
import { completionTable } from '#lib/server/reports.ts';
import { requireAdministratorOnPage } from '../admin.ts';
import { filterPeople, toShown } from './filter-people.ts';
import type { PageServerLoad } from './$types';

/** Who has finished which module of a course, and on which day. Facts and dates, never choices. */
export const load: PageServerLoad = async ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const served = locals.app.courses();
	const asked = findCourse(served, url.searchParams.get('course') ?? '') ?? served.courses[0];
	const shown = toShown(url.searchParams.get('show'));
	const table = asked ? await completionTable(locals.app, asked.id) : null;
	return {
		courses: served.courses.map(({ id, title }) => ({ id, title })),
		shown,
		today: locals.app.now().toISOString().slice(0, 10),
		table: table && {
			...table,
			people: filterPeople(table.people, shown),
			all: table.people.length,
			done: table.people.filter(({ isComplete }) => isComplete).length
		}
	};
};
