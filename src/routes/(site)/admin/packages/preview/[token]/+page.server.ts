import { runTimeOf } from '#lib/lms/run-time.ts';
import { redirect } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../../../admin.ts';
import type { PageServerLoad } from './$types';

/** What can be played, and where its files are. One that is gone leads back to the form, which says so. */
export const load: PageServerLoad = ({ locals, params, url }) => {
	requireAdministratorOnPage(locals, url);
	const preview = locals.app.previews.find(params.token);
	const runTime = preview && runTimeOf(preview.standard);
	if (!preview || !runTime) redirect(303, '/admin/packages?refused=preview-gone');
	const { courseTitle, standard, fileName, modules } = preview;
	return {
		courseTitle,
		standard,
		fileName,
		modules,
		runTime,
		files: `/preview/${params.token}/`,
		download: `/admin/packages/preview/${params.token}/zip`
	};
};
