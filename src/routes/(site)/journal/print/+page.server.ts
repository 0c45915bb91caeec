import { readJournal } from '#lib/server/journal.ts';
import { requirePersonOnPage } from '../../../access.ts';
import type { PageServerLoad } from './$types';

/** All of one's own notes on one page, oldest first, as one would read them on paper. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const person = requirePersonOnPage(locals, url);
	return { notes: (await readJournal(locals.app, person.id)).reverse() };
};
