import { m } from '#lib/paraglide/messages.js';
import { findCourse } from '#lib/server/courses.ts';
import { enrolmentsOf, withdrawEnrolment } from '#lib/server/enrolments.ts';
import { changeRole, listPeople, removePerson } from '#lib/server/people.ts';
import { makePasswordLink } from '#lib/server/setup-links.ts';
import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import { readForm, textIn } from '../../../../form-text.ts';
import { requireAdministratorOnPage } from '../../admin.ts';
import type { PageServerLoad } from './$types';

/** One person: what an administrator may know and do. Nothing of their choices or their journal. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	requireAdministratorOnPage(locals, url);
	const person = (await listPeople(locals.app)).find(({ id }) => id === params.person);
	if (!person) error(404, 'No such person', { code: 'no-such-person' });
	const enrolments = await enrolmentsOf(locals.app, person.id);
	return {
		shown: person,
		asked: enrolments.map(({ course, dueDay, assignedDay, unreviewedDecision }) => ({
			course,
			title: findCourse(locals.app.courses(), course)?.title ?? course,
			dueDay,
			assignedDay,
			unreviewedDecision
		})),
		done: url.searchParams.get('done')
	};
};

const lastAdministrator = () => fail(409, { problems: [{ text: m.admin_person_last() }] });

export const actions: Actions = {
	role: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		const role = textIn(form, 'role') === 'administrator' ? 'administrator' : 'learner';
		const changed = await changeRole(locals.app, params.person ?? '', role);
		if (!changed.ok && changed.reason === 'last-administrator') return lastAdministrator();
		redirect(303, `/admin/people/${params.person}?done=role`);
	},
	password: async ({ locals, params, url }) => {
		requireAdministratorOnPage(locals, url);
		const secret = await makePasswordLink(locals.app, params.person ?? '');
		if (secret === null) error(404, 'No such person', { code: 'no-such-person' });
		return { link: `${url.origin}/new-password?link=${secret}` };
	},
	withdraw: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		await withdrawEnrolment(locals.app, params.person ?? '', textIn(form, 'course'));
		redirect(303, `/admin/people/${params.person}?done=withdrawn`);
	},
	remove: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		if (!form.has('sure')) return fail(400, { problems: [{ field: 'sure', text: m.account_delete_unconfirmed() }] });
		const removed = await removePerson(locals.app, params.person ?? '');
		if (!removed.ok && removed.reason === 'last-administrator') return lastAdministrator();
		redirect(303, '/admin/people?done=removed');
	}
};
