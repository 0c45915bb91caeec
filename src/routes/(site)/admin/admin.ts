import { requireAdministrator, requirePersonOnPage } from '../../access.ts';
import type { Person } from '#lib/server/sessions.ts';

/** An administrator, on a page: others are sent to sign in, or told that the page is not for them. */
export function requireAdministratorOnPage(locals: App.Locals, url: URL): Person {
	requirePersonOnPage(locals, url);
	return requireAdministrator(locals);
}
