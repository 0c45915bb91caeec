import { previewFile, previewHeaders } from '#lib/server/preview-files.ts';
import { error } from '@sveltejs/kit';
import { join } from 'node:path';
import { anyone } from '../../../access.ts';
import type { RequestHandler } from './$types';

/**
 * The files of a package that an administrator looks at. Anybody with the address may have them: they are asked for from
 * a frame without an origin, which sends no cookie, so the token, 200 bits that only administrators are given, is the
 * key. What is behind it is the package as it will be handed out, with nobody's data in it.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	anyone(locals);
	const { token, path } = params;
	const preview = locals.app.previews.find(token);
	const file = preview && (await previewFile(preview, path, { dir: join(process.cwd(), 'build/preview') }));
	if (!file) error(404, 'No such file', { code: 'not-found' });
	return new Response(Buffer.from(file.body), {
		headers: { 'content-type': file.type, ...previewHeaders(`${url.origin}/preview/${token}/`) }
	});
};
