import { exportCourse } from '#lib/packaging/export-course.ts';
import { readPlayerBundle, type PlayerBundle } from '#lib/packaging/player-bundle.ts';
import { findCourse } from '#lib/server/courses.ts';
import { newId } from '#lib/server/ids.ts';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { join } from 'node:path';
import { textIn } from '../../../../form-text.ts';
import { requireAdministratorOnPage } from '../../admin.ts';

/** Packs a course and sends the zip. What cannot be packed leads back to the page, which says why. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	requireAdministratorOnPage(locals, url);
	const form = await request.formData();
	const course = findCourse(locals.app.courses(), textIn(form, 'course'))?.loaded;
	const language = textIn(form, 'language') || course?.language;
	if (!course || !language || !course.languages.includes(language)) redirect(303, '/admin/packages?refused=gone');

	let bundle: PlayerBundle;
	try {
		bundle = await readPlayerBundle({ dir: join(process.cwd(), 'build/player'), language });
	} catch (error) {
		locals.app.report(newId().slice(0, 8), error);
		redirect(303, '/admin/packages?refused=not-built');
	}
	const { zip, fileName } = await exportCourse(
		course,
		{
			standard: 'scorm12',
			language,
			interactions: form.has('interactions'),
			prerequisites: form.has('prerequisites'),
			doneStatus: form.has('passed') ? 'passed' : 'completed'
		},
		bundle
	);
	return new Response(Buffer.from(zip), {
		headers: {
			'content-type': 'application/zip',
			'content-length': String(zip.byteLength),
			'content-disposition': `attachment; filename="${fileName}"`
		}
	});
};
