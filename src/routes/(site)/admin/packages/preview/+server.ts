import { runTimeOf } from '#lib/lms/run-time.ts';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { requireAdministratorOnPage } from '../../admin.ts';
import { pack, type Packed } from '../pack.ts';

/** Packs a course, keeps the package for a while, and leads to the page where it can be played. */
export const POST: RequestHandler = async ({ locals, request, url }) => {
	requireAdministratorOnPage(locals, url);
	const packed = await pack(locals.app, request);
	const { zip, files, fileName } = packed.exported;
	const { course, standard, language } = packed;
	if (runTimeOf(standard) === null) redirect(303, '/admin/packages?refused=no-preview');
	const token = locals.app.previews.keep({
		zip,
		files,
		fileName,
		standard,
		courseTitle: course.texts[language]?.title ?? course.id,
		modules: modulesOf(packed)
	});
	redirect(303, `/admin/packages/preview/${token}`);
};

/** Somebody who comes back to this address, or loads it anew, has nothing posted: the form is the place to begin. */
export const GET: RequestHandler = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	redirect(303, '/admin/packages');
};

function modulesOf({ course, language, exported }: Packed) {
	return course.modules.flatMap(({ id, play, plays }) => {
		const page = `${id}.html`;
		if (!exported.files[page]) return [];
		const { title, scenes } = plays[language] ?? play;
		const isScored = exported.passingScaled[id] !== null;
		const titles = Object.values(scenes).map((scene): [string, string] => [scene.id, scene.title]);
		return [{ id, title, page, isScored, scenes: Object.fromEntries(titles) }];
	});
}
