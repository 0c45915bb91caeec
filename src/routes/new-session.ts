import type { NewSession } from '#lib/server/sessions.ts';
import { sessionCookieName } from '#lib/server/sessions.ts';
import { sessionCookieOptions } from '#lib/server/web.ts';
import type { Cookies } from '@sveltejs/kit';

/** Sends a new session's cookie with the answer. */
export function keepSession(cookies: Cookies, url: URL, session: NewSession): void {
	cookies.set(sessionCookieName, session.id, sessionCookieOptions(session, url));
}

/**
 * Where a person goes who has just signed in: to say whose the work done here is, if there is some, then to `then`.
 * @param before who the browser was known as before
 */
export function afterSignIn(before: App.Locals['presence'], then: string): string {
	const isOffered = Boolean(before?.guest ?? before?.offeredGuestId);
	return isOffered ? `/is-this-yours?then=${encodeURIComponent(then)}` : then;
}
