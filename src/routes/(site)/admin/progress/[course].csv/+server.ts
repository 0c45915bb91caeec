import { m } from '#lib/paraglide/messages.js';
import { completionCsv, completionTable } from '#lib/server/reports.ts';
import { error, type RequestHandler } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../../admin.ts';
import { filterPeople, toShown } from '../filter-people.ts';

/** The completion table of a course as a file for a spreadsheet. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	requireAdministratorOnPage(locals, url);
	const table = await completionTable(locals.app, params.course ?? '');
	if (!table) error(404, 'No such course', { code: 'no-such-course' });
	const people = filterPeople(table.people, toShown(url.searchParams.get('show')));
	const text = completionCsv(
		{ ...table, people },
		{
			name: m.admin_people_name(),
			login: m.admin_people_login(),
			due: m.admin_progress_due(),
			done: (module) => m.admin_csv_module({ module })
		}
	);
	return new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${table.course.id}.csv"`
		}
	});
};
