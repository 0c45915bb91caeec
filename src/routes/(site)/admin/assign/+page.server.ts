import { m } from '#lib/paraglide/messages.js';
import { findCourse } from '#lib/server/courses.ts';
import { enrol, enrolmentsIn } from '#lib/server/enrolments.ts';
import { listPeople } from '#lib/server/people.ts';
import type { FormProblem } from '#lib/ui/form-problem.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { readForm, textIn } from '../../../form-text.ts';
import { requireAdministratorOnPage } from '../admin.ts';
import type { PageServerLoad } from './$types';

/** Courses, and people to ask; who is asked already is said. */
export const load: PageServerLoad = async ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const { courses } = locals.app.courses();
	const asked = await Promise.all(courses.map(({ id }) => enrolmentsIn(locals.app, id)));
	const picked = url.searchParams.get('person');
	return {
		courses: courses.map(({ id, title, reviewed }) => ({ id, title, isReviewed: reviewed })),
		people: (await listPeople(locals.app)).map(({ id, displayName, login }) => ({
			id,
			displayName,
			login,
			isPicked: id === picked,
			asked: asked.flat().flatMap((one) => (one.personId === id ? [one.course] : []))
		})),
		today: locals.app.now().toISOString().slice(0, 10),
		done: Number(url.searchParams.get('done')) || 0
	};
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const administrator = requireAdministratorOnPage(locals, url);
		const form = await readForm(request);
		const typed = {
			course: textIn(form, 'course'),
			people: [...new Set(form.getAll('person'))].filter((id) => typeof id === 'string'),
			dueDay: textIn(form, 'dueDay').trim(),
			decision: textIn(form, 'decision').trim()
		};
		const course = findCourse(locals.app.courses(), typed.course);
		const problems: FormProblem[] = [];
		if (!course) problems.push({ field: 'course', text: m.admin_assign_no_course() });
		if (typed.people.length === 0) problems.push({ field: 'people', text: m.admin_assign_nobody() });
		if (course && !course.reviewed && !typed.decision) problems.push({ field: 'decision', text: m.admin_assign_why() });
		const known = new Set((await listPeople(locals.app)).map(({ id }) => id));
		const people = typed.people.filter((id) => known.has(id));
		if (people.length < typed.people.length) problems.push({ field: 'people', text: m.admin_assign_gone() });
		if (problems.length > 0) return fail(400, { ...typed, people, problems });

		let asked = 0;
		for (const personId of people) {
			const enrolled = await enrol(locals.app, {
				personId,
				course: typed.course,
				dueDay: typed.dueDay || null,
				assignedBy: administrator.id,
				// The decision is somebody's: their name stays with it, whatever becomes of their account.
				unreviewedDecision: typed.decision ? `${administrator.displayName}: ${typed.decision}`.slice(0, 500) : null
			});
			if (!enrolled.ok && enrolled.reason === 'bad-day')
				return fail(400, { ...typed, problems: [{ field: 'dueDay', text: m.admin_assign_day() }] });
			if (enrolled.ok) asked += 1;
		}
		redirect(303, `/admin/assign?done=${asked}`);
	}
};
