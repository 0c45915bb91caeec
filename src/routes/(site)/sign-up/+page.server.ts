import { readSetupLink } from '#lib/server/setup-links.ts';
import { maySignUp, signUp } from '#lib/server/sign-up.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { anyone } from '../../access.ts';
import { readForm, textIn } from '../../form-text.ts';
import { afterSignIn, keepSession } from '../../new-session.ts';
import { problemInWords, problemsInWords, slowDownInWords } from '../../problem-words.ts';
import type { PageServerLoad } from './$types';

/** The form, for whoever has a good link, or for everybody where sign-up is open. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { person } = anyone(locals);
	const secret = url.searchParams.get('link');
	const link = secret === null ? null : await readSetupLink(locals.app, secret);
	return {
		signedInAs: person?.displayName ?? null,
		secret,
		mayUse: await maySignUp(locals.app, secret),
		kind: link?.purpose ?? null,
		role: link?.role ?? 'learner'
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, setHeaders, getClientAddress }) => {
		anyone(locals);
		const form = await readForm(request);
		const typed = { login: textIn(form, 'login'), displayName: textIn(form, 'displayName') };
		const signed = await signUp(
			locals.app,
			{
				...typed,
				password: textIn(form, 'password'),
				link: url.searchParams.get('link'),
				language: locals.language
			},
			{ address: getClientAddress(), presence: locals.presence }
		);
		if (signed.ok) {
			keepSession(cookies, url, signed.session);
			redirect(303, afterSignIn(locals.presence, '/'));
		}
		switch (signed.reason) {
			case 'fields':
				return fail(400, { ...typed, problems: problemsInWords(signed.problems) });
			case 'login-taken':
				return fail(400, { ...typed, problems: [{ field: 'login', text: problemInWords('login-taken') }] });
			case 'slow-down':
				return fail(429, { ...typed, problems: [{ text: slowDownInWords(signed.retryAfterSeconds, setHeaders) }] });
			case 'link':
				// The page itself says so when it is shown again.
				return fail(400, { ...typed, problems: [] });
		}
	}
};
