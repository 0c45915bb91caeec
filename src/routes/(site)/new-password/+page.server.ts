import { readSetupLink } from '#lib/server/setup-links.ts';
import { setPasswordByLink } from '#lib/server/sign-up.ts';
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { anyone } from '../../access.ts';
import { readForm, textIn } from '../../form-text.ts';
import { afterSignIn, keepSession } from '../../new-session.ts';
import { problemsInWords, slowDownInWords } from '../../problem-words.ts';
import type { PageServerLoad } from './$types';

/** The form, for whoever has a good link from an administrator. */
export const load: PageServerLoad = async ({ locals, url }) => {
	anyone(locals);
	const link = await readSetupLink(locals.app, url.searchParams.get('link') ?? '');
	return { mayUse: link?.purpose === 'password' };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, setHeaders, getClientAddress }) => {
		anyone(locals);
		const form = await readForm(request);
		const set = await setPasswordByLink(
			locals.app,
			{ link: url.searchParams.get('link') ?? '', password: textIn(form, 'password') },
			{ address: getClientAddress(), presence: locals.presence }
		);
		if (set.ok) {
			keepSession(cookies, url, set.session);
			redirect(303, afterSignIn(locals.presence, '/'));
		}
		switch (set.reason) {
			case 'fields':
				return fail(400, { problems: problemsInWords(set.problems) });
			case 'slow-down':
				return fail(429, {
					problems: [{ field: 'password', text: slowDownInWords(set.retryAfterSeconds, setHeaders) }]
				});
			case 'link':
				// The page itself says so when it is shown again.
				return fail(400, { problems: [] });
		}
	}
};
