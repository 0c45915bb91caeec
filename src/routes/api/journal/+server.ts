import { keepNote } from '#lib/server/journal.ts';
import { json, type RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { requirePerson } from '../../access.ts';

const posted = z.strictObject({ moduleTitle: z.string(), prompt: z.string(), text: z.string() });

/** Keeps a note in one's own journal: "keep in my journal" in the player. Nothing of it is ever sent back in an error. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const person = requirePerson(locals);
	const parsed = posted.safeParse(await request.json().catch(() => null));
	if (!parsed.success) return json({ reason: 'malformed' }, { status: 400 });
	const kept = await keepNote(locals.app, person.id, parsed.data);
	return kept.ok ? json({ id: kept.id }) : json({ reason: kept.reason }, { status: 422 });
};
