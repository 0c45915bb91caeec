import { newId } from '#lib/server/ids.ts';
import { redirect, type Actions } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../admin.ts';
import { setValues } from './set-values.ts';
import type { PageServerLoad } from './$types';

/** What is served, what is left out and why, and what the organisation has set. */
export const load: PageServerLoad = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const { courses, problems, settings } = locals.app.courses();
	const titles = new Map<string, string>();
	for (const course of courses)
		for (const { play } of course.modules) titles.set(`${course.id}/${play.id}`, play.title);
	return {
		courses: courses.map(({ id, title, reviewed, modules: all }) => ({
			id,
			title,
			isReviewed: reviewed,
			all: all.length,
			reviewedModules: all.filter(({ reviewedBy }) => reviewedBy !== null).length
		})),
		errors: problems.filter(({ severity }) => severity === 'error'),
		warnings: problems.filter(({ severity }) => severity === 'warning'),
		settings: setValues(settings),
		hasOutsideContact: settings['support-contacts'].some((contact) => contact.outside_line_management),
		policies: settings['policy-links'],
		scores: Object.entries(settings['passing-score']).map(([module, scaled]) => ({
			module: titles.get(module) ?? module,
			percent: Math.round(scaled * 100)
		})),
		done: url.searchParams.get('done'),
		failedAs: url.searchParams.get('failed')
	};
};

export const actions: Actions = {
	reload: async ({ locals, url }) => {
		requireAdministratorOnPage(locals, url);
		try {
			await locals.app.reloadCourses();
		} catch (error) {
			const id = newId().slice(0, 8);
			locals.app.report(id, error);
			redirect(303, `/admin/courses?failed=${id}`);
		}
		redirect(303, '/admin/courses?done=reloaded');
	}
};
