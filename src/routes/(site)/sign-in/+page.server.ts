import { m } from '#lib/paraglide/messages.js';
import { signIn } from '#lib/server/sign-in.ts';
import { readSiteSettings } from '#lib/server/site-settings.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { anyone, safeReturn } from '../../access.ts';
import { readForm, textIn } from '../../form-text.ts';
import { keepLanguage } from '../../language-cookie.ts';
import { toLanguage } from '../../languages.ts';
import { afterSignIn, keepSession } from '../../new-session.ts';
import { slowDownInWords } from '../../problem-words.ts';
import type { PageServerLoad } from './$types';

/** The form; somebody who is signed in already is sent on. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { person } = anyone(locals);
	const then = safeReturn(url.searchParams.get('then'));
	if (person) redirect(303, then);
	const { openSignUp, guests } = await readSiteSettings(locals.app);
	return { then, openSignUp, guests };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, setHeaders, getClientAddress }) => {
		anyone(locals);
		const form = await readForm(request);
		const login = textIn(form, 'login');
		const typed = { login, password: textIn(form, 'password'), isRemembered: form.has('remember') };
		const signed = await signIn(locals.app, typed, { address: getClientAddress(), presence: locals.presence });
		if (!signed.ok) {
			const text =
				signed.reason === 'wrong' ? m.sign_in_failed() : slowDownInWords(signed.retryAfterSeconds, setHeaders);
			return fail(signed.reason === 'wrong' ? 400 : 429, { login, problems: [{ field: 'login', text }] });
		}
		keepSession(cookies, url, signed.session);
		keepLanguage(cookies, url, toLanguage(signed.language, process.env));
		redirect(303, afterSignIn(locals.presence, safeReturn(textIn(form, 'then'))));
	}
};
