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
	const person = await shownPerson(locals, params);
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

/** Whom the address names; nothing else of it goes into an answer. */
async function shownPerson(locals: App.Locals, params: { person?: string }) {
	const person = (await listPeople(locals.app)).find(({ id }) => id === params.person);
	return person ?? noSuchPerson();
}

const noSuchPerson = () => error(404, 'No such person', { code: 'no-such-person' });
const lastAdministrator = () => fail(409, { problems: [{ text: m.admin_person_last() }] });

export const actions: Actions = {
	role: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const { id } = await shownPerson(locals, params);
		const form = await readForm(request);
		const role = textIn(form, 'role') === 'administrator' ? 'administrator' : 'learner';
		const changed = await changeRole(locals.app, id, role);
		if (!changed.ok) return changed.reason === 'last-administrator' ? lastAdministrator() : noSuchPerson();
		redirect(303, `/admin/people/${id}?done=role`);
	},
	password: async ({ locals, params, url }) => {
		requireAdministratorOnPage(locals, url);
		const secret = await makePasswordLink(locals.app, params.person ?? '');
		if (secret === null) noSuchPerson();
		return { link: `${url.origin}/new-password?link=${secret}` };
	},
	withdraw: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const { id } = await shownPerson(locals, params);
		const form = await readForm(request);
		await withdrawEnrolment(locals.app, id, textIn(form, 'course'));
		redirect(303, `/admin/people/${id}?done=withdrawn`);
	},
	remove: async ({ locals, params, request, url }) => {
		requireAdministratorOnPage(locals, url);
		const { id } = await shownPerson(locals, params);
		const form = await readForm(request);
		if (!form.has('sure')) return fail(400, { problems: [{ field: 'sure', text: m.account_delete_unconfirmed() }] });
		const removed = await removePerson(locals.app, id);
		if (!removed.ok) return removed.reason === 'last-administrator' ? lastAdministrator() : noSuchPerson();
		redirect(303, '/admin/people?done=removed');
	}
};
