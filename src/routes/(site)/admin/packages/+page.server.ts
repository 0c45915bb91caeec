import { m } from '#lib/paraglide/messages.js';
import { requireAdministratorOnPage } from '../admin.ts';
import type { PageServerLoad } from './$types';

const refusals: Record<string, () => string> = { 'not-built': m.admin_export_not_built, gone: m.admin_export_gone };

/** What can be taken into an LMS, and how it would be marked. The zip itself is made by `./zip`. */
export const load: PageServerLoad = ({ locals, url }) => {
	requireAdministratorOnPage(locals, url);
	const refused = refusals[url.searchParams.get('refused') ?? ''];
	return {
		problem: refused?.() ?? null,
		courses: locals.app.courses().courses.flatMap(({ id, title, loaded }) =>
			loaded
				? [
						{
							id,
							title,
							languages: loaded.languages.map((tag) => ({
								tag,
								name: new Intl.DisplayNames([locals.language], { type: 'language' }).of(tag) ?? tag
							})),
							isDraft: loaded.isDraft,
							isTrial: loaded.isTrial,
							scores: loaded.modules.flatMap(({ play, passingScaled }) =>
								passingScaled === null ? [] : [{ module: play.title, percent: Math.round(passingScaled * 100) }]
							)
						}
					]
				: []
		)
	};
};
