import { error } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../../../../admin.ts';
import { zipResponse } from '../../../pack.ts';
import type { RequestHandler } from './$types';

/** The very package that was looked at. */
export const GET: RequestHandler = ({ locals, params, url }) => {
	requireAdministratorOnPage(locals, url);
	const preview = locals.app.previews.find(params.token);
	if (!preview) error(404, 'No such preview', { code: 'preview-gone' });
	return zipResponse(preview);
};
