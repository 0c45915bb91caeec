import { readSiteSettings, saveSiteSettings } from '#lib/server/site-settings.ts';
import { redirect, type Actions } from '@sveltejs/kit';
import { readForm } from '../../../form-text.ts';
import { requireAdministratorOnPage } from '../admin.ts';
import type { PageServerLoad } from './$types';

/** Who may come in. */
export const load: PageServerLoad = async ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	return { settings: await readSiteSettings(locals.app), done: url.searchParams.get('done') };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		await saveSiteSettings(locals.app, { openSignUp: form.has('openSignUp'), guests: form.has('guests') });
		redirect(303, '/admin/site?done=saved');
	}
};
