import { readSession, type NewSession, type Presence } from '#lib/server/sessions.ts';
import { makeInvitation } from '#lib/server/setup-links.ts';
import { signUp } from '#lib/server/sign-up.ts';
import type { App } from '#lib/server/app.ts';
import type { Owner } from '#lib/server/owner.ts';

/** The password of everybody in tests. */
export const password = 'correct horse battery';

/** Signs a new person up by invitation. */
export async function newPerson(
	app: App,
	login: string,
	options: { role?: 'learner' | 'administrator'; presence?: Presence | null } = {}
): Promise<{ owner: Owner & { kind: 'person' }; personId: string; session: NewSession; presence: Presence }> {
	const link = await makeInvitation(app, { role: options.role ?? 'learner', note: login });
	const signedUp = await signUp(
		app,
		{ link, login, displayName: login, password, language: 'en' },
		{ address: '192.0.2.1', presence: options.presence ?? null }
	);
	if (!signedUp.ok) throw new Error(`${login} could not sign up: ${signedUp.reason}`);
	const { personId, session } = signedUp;
	return { owner: { kind: 'person', id: personId }, personId, session, presence: await presenceOf(app, session) };
}

/** Who a session stands for. */
export async function presenceOf(app: App, session: NewSession): Promise<Presence> {
	const presence = await readSession(app.store, session.id);
	if (!presence) throw new Error('The session is not known');
	return presence;
}
