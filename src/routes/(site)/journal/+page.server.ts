import { m } from '#lib/paraglide/messages.js';
import { changeNote, deleteNote, readJournal } from '#lib/server/journal.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { requirePersonOnPage } from '../../access.ts';
import { readForm, textIn } from '../../form-text.ts';
import { findNotes } from './find-notes.ts';
import type { PageServerLoad } from './$types';

/** One's own notes, newest first; those that match a search; one of them opened to be changed or deleted. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const person = requirePersonOnPage(locals, url);
	const all = await readJournal(locals.app, person.id);
	const search = url.searchParams.get('search')?.slice(0, 200) ?? '';
	return {
		search,
		notes: findNotes(all, search),
		isEmpty: all.length === 0,
		changing: url.searchParams.get('change'),
		deleting: url.searchParams.get('delete'),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	change: async ({ locals, request, url }) => {
		const person = requirePersonOnPage(locals, url);
		const form = await readForm(request);
		const [id, text] = [textIn(form, 'id'), textIn(form, 'text')];
		if (!(await changeNote(locals.app, person.id, id, text)))
			return fail(400, { id, text, problems: [{ field: 'text', text: m.journal_problem_text() }] });
		redirect(303, `/journal?done=changed#note-${id}`);
	},
	delete: async ({ locals, request, url }) => {
		const person = requirePersonOnPage(locals, url);
		const form = await readForm(request);
		await deleteNote(locals.app, person.id, textIn(form, 'id'));
		redirect(303, '/journal?done=deleted');
	}
};
