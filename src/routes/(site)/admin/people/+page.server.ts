import { m } from '#lib/paraglide/messages.js';
import { listPeople } from '#lib/server/people.ts';
import { makeInvitation, openInvitations, withdrawInvitation } from '#lib/server/setup-links.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { readForm, textIn } from '../../../form-text.ts';
import { requireAdministratorOnPage } from '../admin.ts';
import type { PageServerLoad } from './$types';

/** Everybody with an account, and invitations that nobody has used yet. */
export const load: PageServerLoad = async ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const invitations = await openInvitations(locals.app);
	return {
		people: await listPeople(locals.app),
		invitations: invitations.map((link) => ({ ...link, expiresAt: link.expiresAt.toISOString() })),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	invite: async ({ locals, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		const note = textIn(form, 'note').trim().slice(0, 120);
		const role = textIn(form, 'role') === 'administrator' ? 'administrator' : 'learner';
		if (!note) return fail(400, { problems: [{ field: 'note', text: m.admin_invite_missing() }] });
		const secret = await makeInvitation(locals.app, { role, note });
		return { link: `${url.origin}/sign-up?link=${secret}`, note };
	},
	withdraw: async ({ locals, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		await withdrawInvitation(locals.app, textIn(form, 'id'));
		redirect(303, '/admin/people?done=withdrawn');
	}
};
