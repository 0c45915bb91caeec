import { eq, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { perStore } from './db/open.ts';
import { people } from './db/schema.ts';
import { loginField } from './account-fields.ts';
import { offerOf } from './guests.ts';
import { isPassword } from './passwords.ts';
import { endSession, endSessionsOf, rotateSession, type NewSession, type Presence } from './sessions.ts';

/** Who asks, beside what they typed. */
export type Asking = {
	/** Network address, for the brakes. */
	address: string;
	/** Who the browser is already known as; its session ends. */
	presence: Presence | null;
};

/** What became of signing in. */
export type SignedIn =
	| { ok: true; session: NewSession; personId: string; language: string }
	/** Unknown login or wrong password: which of the two is not told, nor shown by the time taken. */
	| { ok: false; reason: 'wrong' }
	| { ok: false; reason: 'slow-down'; retryAfterSeconds: number };

const queriesOf = perStore(({ db }) => ({
	byLogin: db
		.select()
		.from(people)
		.where(eq(people.login, sql.placeholder('login')))
		.prepare()
}));

/**
 * Signs a person in with a new session; the one before ends. What a guest did on this device is offered to them.
 * @param typed.isRemembered whether the cookie outlives the browser: not on a shared computer
 */
export async function signIn(
	app: App,
	typed: { login: string; password: string; isRemembered: boolean },
	asking: Asking
): Promise<SignedIn> {
	const parsed = loginField.safeParse(typed.login);
	const login = parsed.success ? parsed.data : typed.login.slice(0, 120);
	const allowed = await app.limits.trySignIn(login, asking.address);
	if (!allowed.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: allowed.retryAfterSeconds };

	const found = queriesOf(app.store).byLogin.get({ login });
	if (!(await isPassword(typed.password, found?.passwordHash))) return { ok: false, reason: 'wrong' };
	const session = app.store.transact(() => {
		// Hashing took a while: the password may have been changed, or the account deleted, meanwhile.
		const person = queriesOf(app.store).byLogin.get({ login });
		if (!person || person.passwordHash !== found?.passwordHash) return null;
		return rotateSession(
			app.store,
			asking.presence?.sessionId ?? null,
			{ kind: 'person', id: person.id },
			{
				isRemembered: typed.isRemembered,
				offeredGuestId: offerOf(app, asking.presence),
				now: app.now()
			}
		);
	});
	if (!session || !found) return { ok: false, reason: 'wrong' };
	await app.limits.forgive(login, asking.address);
	return { ok: true, session, personId: found.id, language: found.language };
}

/** Ends the session of this browser. */
export async function signOut(app: App, presence: Presence): Promise<void> {
	app.store.transact(() => endSession(app.store, presence.sessionId));
}

/** Ends every session of a person, this one too. */
export async function signOutEverywhere(app: App, personId: string): Promise<void> {
	app.store.transact(() => endSessionsOf(app.store, personId));
}
