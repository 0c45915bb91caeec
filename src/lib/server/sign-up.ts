import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
	displayNameField,
	languageField,
	loginField,
	newPasswordField,
	problemsByField,
	type FieldProblems
} from './account-fields.ts';
import type { App } from './app.ts';
import { people, setupLinks } from './db/schema.ts';
import { offerOf } from './guests.ts';
import { dayOf, newId } from './ids.ts';
import { hashPassword } from './passwords.ts';
import { endSessionsOf, rotateSession, type NewSession } from './sessions.ts';
import { readSetupLink, takeLink } from './setup-links.ts';
import type { Asking } from './sign-in.ts';
import { readSiteSettings } from './site-settings.ts';

const fields = z.object({
	login: loginField,
	displayName: displayNameField,
	password: newPasswordField,
	language: languageField
});

/** What became of signing up. */
export type SignedUp =
	| { ok: true; session: NewSession; personId: string }
	| { ok: false; reason: 'fields'; problems: FieldProblems }
	/** The link is unknown, used or too old; or none was given and signing up is by invitation. */
	| { ok: false; reason: 'link' }
	| { ok: false; reason: 'login-taken' }
	| { ok: false; reason: 'slow-down'; retryAfterSeconds: number };

/**
 * Makes an account and signs its person in.
 * @param typed.link secret of an invitation or of the first administrator's link; null for open sign-up
 */
export async function signUp(
	app: App,
	typed: { link: string | null; login: string; displayName: string; password: string; language: string },
	asking: Asking
): Promise<SignedUp> {
	const allowed = await app.limits.tryLink(asking.address);
	if (!allowed.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: allowed.retryAfterSeconds };
	if (!(await maySignUp(app, typed.link))) return { ok: false, reason: 'link' };
	const parsed = fields.safeParse(typed);
	if (!parsed.success) return { ok: false, reason: 'fields', problems: problemsByField(parsed.error) };
	const { login, displayName, password, language } = parsed.data;
	const passwordHash = await hashPassword(password);

	return app.store.transact((): SignedUp => {
		const taken = app.store.db.select({ id: people.id }).from(people).where(eq(people.login, login)).get();
		if (taken) return { ok: false, reason: 'login-taken' };
		// Used up only now, so that a mistake in the form does not cost the link; in here nobody can use it twice.
		const link = typed.link === null ? null : takeLink(app, typed.link);
		if (link === undefined) return { ok: false, reason: 'link' };
		const personId = newId();
		const role = link?.role ?? 'learner';
		app.store.db
			.insert(people)
			.values({ id: personId, login, displayName, passwordHash, role, language, joinedDay: dayOf(app.now()) })
			.run();
		if (role === 'administrator')
			app.store.db.delete(setupLinks).where(eq(setupLinks.purpose, 'first-administrator')).run();
		const session = rotateSession(
			app.store,
			asking.presence?.sessionId ?? null,
			{ kind: 'person', id: personId },
			{
				isRemembered: false,
				offeredGuestId: offerOf(app, asking.presence),
				now: app.now()
			}
		);
		return { ok: true, session, personId };
	});
}

/** Whether the sign-up page has anything to offer: a good link, or open sign-up. */
export async function maySignUp(app: App, link: string | null): Promise<boolean> {
	if (link === null) return (await readSiteSettings(app)).openSignUp;
	const found = await readSetupLink(app, link);
	return found !== null && found.purpose !== 'password';
}

/** What became of setting a password by a link. */
export type PasswordSet =
	| { ok: true; session: NewSession; personId: string }
	| { ok: false; reason: 'link' }
	| { ok: false; reason: 'fields'; problems: FieldProblems }
	| { ok: false; reason: 'slow-down'; retryAfterSeconds: number };

/**
 * Sets a new password by a one-time link, ends every other session of the person and signs them in. What a guest did on
 * this device is offered to them, as on signing in.
 */
export async function setPasswordByLink(
	app: App,
	typed: { link: string; password: string },
	asking: Asking
): Promise<PasswordSet> {
	const allowed = await app.limits.tryLink(asking.address);
	if (!allowed.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: allowed.retryAfterSeconds };
	const parsed = z.object({ password: newPasswordField }).safeParse(typed);
	if (!parsed.success) return { ok: false, reason: 'fields', problems: problemsByField(parsed.error) };
	if ((await readSetupLink(app, typed.link))?.purpose !== 'password') return { ok: false, reason: 'link' };
	const passwordHash = await hashPassword(parsed.data.password);
	return app.store.transact((): PasswordSet => {
		const personId = takeLink(app, typed.link)?.personId;
		if (!personId) return { ok: false, reason: 'link' };
		app.store.db.update(people).set({ passwordHash }).where(eq(people.id, personId)).run();
		endSessionsOf(app.store, personId);
		const session = rotateSession(
			app.store,
			asking.presence?.sessionId ?? null,
			{ kind: 'person', id: personId },
			{
				isRemembered: false,
				offeredGuestId: offerOf(app, asking.presence),
				now: app.now()
			}
		);
		return { ok: true, session, personId };
	});
}
