import { readAttempt } from '#lib/server/attempts.ts';
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { requireOwner } from '../../../access.ts';

/** What is kept of one's own attempt. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const saved = await readAttempt(locals.app, requireOwner(locals), params.id ?? '');
	if (!saved) error(404, 'No such attempt', { code: 'no-such-attempt' });
	return json({ entries: saved.entries, revision: saved.revision, result: saved.result });
};
