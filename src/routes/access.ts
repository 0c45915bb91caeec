import { error, redirect } from '@sveltejs/kit';
import type { Owner } from '#lib/server/owner.ts';
import type { Person } from '#lib/server/sessions.ts';

// Who may use a route. Every handler of every route file calls one of these first; a test goes through the files.

type Known = Pick<App.Locals, 'person' | 'guest'>;

/** Anybody at all: said, so that nobody has to wonder whether it was forgotten. */
export function anyone(locals: Known): Known {
	return locals;
}

/** A person or a guest: whoever can own an attempt. Others get 401. */
export function requireOwner(locals: Known): Owner {
	const owner = ownerOf(locals);
	if (!owner) error(401, 'Sign in first', { code: 'signed-out' });
	return owner;
}

/** A person with an account. Others get 401. */
export function requirePerson(locals: Known): Person {
	if (!locals.person) error(401, 'Sign in first', { code: 'signed-out' });
	return locals.person;
}

/** A person with an account; others are sent to `signInPage` and come back to `url` afterwards. For pages. */
export function requirePersonOnPage(locals: Known, url: URL, signInPage = '/sign-in'): Person {
	if (!locals.person) redirect(303, `${signInPage}?then=${encodeURIComponent(url.pathname + url.search)}`);
	return locals.person;
}

/** An administrator. Others get 401 or 403. */
export function requireAdministrator(locals: Known): Person {
	const person = requirePerson(locals);
	if (person.role !== 'administrator') error(403, 'For administrators', { code: 'not-administrator' });
	return person;
}

/** Whose attempts this visitor works on; null for one nobody knows. */
export function ownerOf(locals: Known): Owner | null {
	if (locals.person) return { kind: 'person', id: locals.person.id };
	if (locals.guest) return { kind: 'guest', id: locals.guest.id };
	return null;
}

/**
 * Where to go after signing in: a path of this site, from what came with the request.
 * Anything that could lead to another site becomes `/`.
 */
export function safeReturn(then: string | null): string {
	// Only what an address may hold as it stands: anything else could not be sent in a header.
	return then !== null && /^\/(?!\/)[!-[\]-~]*$/.test(then) ? then : '/';
}
