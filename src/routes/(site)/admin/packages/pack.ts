import { exportCourse, type ExportedCourse } from '#lib/packaging/export-course.ts';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { readPlayerBundle, type PlayerBundle } from '#lib/packaging/player-bundle.ts';
import type { Standard } from '#lib/scenario/packaged-module.ts';
import { findCourse } from '#lib/server/courses.ts';
import { newId } from '#lib/server/ids.ts';
import { redirect } from '@sveltejs/kit';
import { join } from 'node:path';
import { parsePackageForm, toExportOptions, type Refusal } from './package-form.ts';

/** A package as an administrator asked for it, and what it was made from. */
export type Packed = { course: LoadedCourse; standard: Standard; language: string; exported: ExportedCourse };

/** Packs what the posted form asks for. What cannot be packed leads back to the page, which says why. */
export async function pack(app: App.Locals['app'], request: Request): Promise<Packed> {
	const parsed = parsePackageForm(await request.formData());
	if (!parsed.ok) refuse(parsed.refused);
	const course = findCourse(app.courses(), parsed.value.course)?.loaded;
	if (!course) refuse('gone');
	const options = toExportOptions(parsed.value, course);
	if (!options.ok) refuse(options.refused, course.id);
	const { language, standard } = options.value;
	let bundle: PlayerBundle;
	try {
		bundle = await readPlayerBundle({ dir: join(process.cwd(), 'build/player'), language });
	} catch (error) {
		app.report(newId().slice(0, 8), error);
		refuse('not-built', course.id);
	}
	return { course, standard, language, exported: await exportCourse(course, options.value, bundle) };
}

/** A zip to be saved under its own name. */
export function zipResponse({ zip, fileName }: Pick<ExportedCourse, 'zip' | 'fileName'>): Response {
	return new Response(Buffer.from(zip), {
		headers: {
			'content-type': 'application/zip',
			'content-length': String(zip.byteLength),
			'content-disposition': `attachment; filename="${fileName}"`
		}
	});
}

function refuse(why: Refusal | 'not-built', course?: string): never {
	redirect(303, `/admin/packages?${new URLSearchParams({ refused: why, ...(course && { course }) })}`);
}
