import { exportAccount } from '#lib/server/account.ts';
import type { RequestHandler } from '@sveltejs/kit';
import { requirePerson } from '../../../access.ts';

/** All that is kept about oneself, to download. */
export const GET: RequestHandler = async ({ locals }) => {
	const exported = await exportAccount(locals.app, requirePerson(locals).id);
	return new Response(JSON.stringify(exported, null, '\t'), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': 'attachment; filename="alongside-my-data.json"'
		}
	});
};
