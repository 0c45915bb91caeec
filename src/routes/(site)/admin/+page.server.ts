import { requireAdministratorOnPage } from './admin.ts';
import type { PageServerLoad } from './$types';

/** What an administrator can do here, and what needs their attention. */
export const load: PageServerLoad = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const { courses, problems } = locals.app.courses();
	return {
		unreviewed: courses.filter(({ reviewed }) => !reviewed).map(({ id, title }) => ({ id, title })),
		errors: problems.filter(({ severity }) => severity === 'error').length
	};
};
