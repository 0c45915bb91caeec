import { sessionCookieName } from '#lib/server/sessions.ts';
import { signOut } from '#lib/server/sign-in.ts';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { anyone } from '../access.ts';

/** Ends the session of this browser. */
export const POST: RequestHandler = async ({ locals, cookies }) => {
	anyone(locals);
	if (locals.presence) await signOut(locals.app, locals.presence);
	cookies.delete(sessionCookieName, { path: '/' });
	redirect(303, '/');
};
