import { readJournal } from '#lib/server/journal.ts';
import type { RequestHandler } from '@sveltejs/kit';
import { requirePersonOnPage } from '../../../access.ts';
import { dayInWords } from '../../../days.ts';

/** All of one's own notes as a text file, oldest first. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const person = requirePersonOnPage(locals, url);
	const notes = (await readJournal(locals.app, person.id)).reverse();
	const text = notes
		.map((note) => `${dayInWords(note.day, locals.language)}\n${note.moduleTitle}\n${note.prompt}\n\n${note.text}\n`)
		.join('\n----\n\n');
	return new Response(`\uFEFF${text}`, {
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'content-disposition': 'attachment; filename="journal.txt"'
		}
	});
};
