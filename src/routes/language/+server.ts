import { changeProfile } from '#lib/server/account.ts';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { anyone, safeReturn } from '../access.ts';
import { keepLanguage } from '../language-cookie.ts';
import { readForm, textIn } from '../form-text.ts';
import { toLanguage } from '../languages.ts';

/** Shows the site in another language from now on; an account keeps it too. */
export const POST: RequestHandler = async ({ locals, cookies, request, url }) => {
	const { person } = anyone(locals);
	const form = await readForm(request);
	const language = toLanguage(textIn(form, 'language'), process.env);
	keepLanguage(cookies, url, language);
	if (person) await changeProfile(locals.app, person.id, { language });
	redirect(303, safeReturn(textIn(form, 'then')));
};
