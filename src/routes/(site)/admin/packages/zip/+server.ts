import type { RequestHandler } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../../admin.ts';
import { pack, zipResponse } from '../pack.ts';

/** Packs a course and sends the zip. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	requireAdministratorOnPage(locals, url);
	const { exported } = await pack(locals.app, request);
	return zipResponse(exported);
};
