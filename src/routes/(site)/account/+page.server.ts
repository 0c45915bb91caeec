import { m } from '#lib/paraglide/messages.js';
import { changePassword, changeProfile, deleteAccount } from '#lib/server/account.ts';
import { sessionCookieName, type Presence } from '#lib/server/sessions.ts';
import { signOutEverywhere } from '#lib/server/sign-in.ts';
import { error, fail, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { requirePersonOnPage } from '../../access.ts';
import { accountOf } from '../../account-key.ts';
import { readForm, textIn } from '../../form-text.ts';
import { keepLanguage } from '../../language-cookie.ts';
import { toLanguage } from '../../languages.ts';
import { keepSession } from '../../new-session.ts';
import { problemsInWords, slowDownInWords } from '../../problem-words.ts';
import type { PageServerLoad } from './$types';

/** One's own account. */
export const load: PageServerLoad = ({ locals, url }) => {
	const { displayName, login, language } = requirePersonOnPage(locals, url);
	return { account: { displayName, login, language }, done: url.searchParams.get('done') };
};

export const actions: Actions = {
	profile: async ({ locals, request, cookies, url }) => {
		const person = requirePersonOnPage(locals, url);
		const form = await readForm(request);
		const displayName = textIn(form, 'displayName');
		const language = toLanguage(textIn(form, 'language') || person.language, process.env);
		const changed = await changeProfile(locals.app, person.id, { displayName, language });
		if (!changed.ok) return fail(400, { displayName, problems: problemsInWords(changed.problems) });
		keepLanguage(cookies, url, language);
		redirect(303, '/account?done=profile');
	},
	password: async ({ locals, request, cookies, url, setHeaders, getClientAddress }) => {
		requirePersonOnPage(locals, url);
		const form = await readForm(request);
		const typed = { password: textIn(form, 'password'), newPassword: textIn(form, 'newPassword') };
		const changed = await changePassword(locals.app, presenceOf(locals), typed, getClientAddress());
		if (changed.ok) {
			keepSession(cookies, url, changed.session);
			redirect(303, '/account?done=password');
		}
		if (changed.reason === 'fields') return fail(400, { problems: problemsInWords(changed.problems) });
		return refused(changed, 'password', setHeaders);
	},
	everywhere: async ({ locals, cookies, url }) => {
		const person = requirePersonOnPage(locals, url);
		await signOutEverywhere(locals.app, person.id);
		cookies.delete(sessionCookieName, { path: '/' });
		redirect(303, '/');
	},
	delete: async ({ locals, request, cookies, url, setHeaders, getClientAddress }) => {
		const person = requirePersonOnPage(locals, url);
		const form = await readForm(request);
		if (!form.has('sure')) return fail(400, { problems: [{ field: 'sure', text: m.account_delete_unconfirmed() }] });
		const deleted = await deleteAccount(
			locals.app,
			presenceOf(locals),
			textIn(form, 'deletePassword'),
			getClientAddress()
		);
		if (deleted.ok) {
			cookies.delete(sessionCookieName, { path: '/' });
			redirect(303, `/goodbye?account=${encodeURIComponent(accountOf({ kind: 'person', id: person.id }))}`);
		}
		if (deleted.reason === 'last-administrator') return fail(409, { problems: [{ text: m.account_delete_last() }] });
		return refused(deleted, 'deletePassword', setHeaders);
	}
};

type Refused = { reason: 'wrong-password' } | { reason: 'slow-down'; retryAfterSeconds: number };

function refused(why: Refused, field: string, setHeaders: RequestEvent['setHeaders']) {
	const isSlow = why.reason === 'slow-down';
	const text = isSlow ? slowDownInWords(why.retryAfterSeconds, setHeaders) : m.account_password_failed();
	return fail(isSlow ? 429 : 400, { problems: [{ field, text }] });
}

function presenceOf({ presence }: App.Locals): Presence {
	if (!presence) error(401, 'Sign in first', { code: 'signed-out' });
	return presence;
}
