import { m } from '#lib/paraglide/messages.js';
import { standards } from '#lib/scenario/packaged-module.ts';
import { runTimeOf } from '#lib/lms/run-time.ts';
import { optionsOf } from '#lib/packaging/standard-options.ts';
import { requireAdministratorOnPage } from '../admin.ts';
import type { Refusal } from './package-form.ts';
import type { PageServerLoad } from './$types';

const refusals: Record<Refusal | 'not-built' | 'preview-gone' | 'no-preview', () => string> = {
	form: m.admin_export_refused_form,
	standard: m.admin_export_refused_standard,
	passing: m.admin_export_refused_passing,
	order: m.admin_export_refused_order,
	gone: m.admin_export_gone,
	'not-built': m.admin_export_not_built,
	'preview-gone': m.admin_export_preview_gone,
	'no-preview': m.admin_export_no_preview
};

/** What can be taken into an LMS, how, and how it would be marked. The zip itself is made by `./zip`. */
export const load: PageServerLoad = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const refused = url.searchParams.get('refused') ?? '';
	const served = locals.app
		.courses()
		.courses.flatMap(({ id, title, loaded }) => (loaded ? [{ id, title, loaded }] : []));
	const chosen = served.find(({ id }) => id === url.searchParams.get('course')) ?? served[0];
	const names = new Intl.DisplayNames([locals.language], { type: 'language' });
	return {
		problem: Object.hasOwn(refusals, refused) ? refusals[refused as keyof typeof refusals]() : null,
		courses: served.map(({ id, title }) => ({ id, title })),
		standards: standards.map((standard) => ({
			standard,
			canPreview: runTimeOf(standard) !== null,
			...optionsOf(standard)
		})),
		course: chosen
			? {
					id: chosen.id,
					title: chosen.title,
					languages: chosen.loaded.languages.map((tag) => ({ tag, name: names.of(tag) ?? tag })),
					isDraft: chosen.loaded.isDraft,
					isTrial: chosen.loaded.isTrial,
					modules: chosen.loaded.modules.map(({ id, play, passingScaled }) => ({
						id,
						title: play.title,
						percent: passingScaled === null ? null : Math.round(passingScaled * 100)
					}))
				}
			: null
	};
};
