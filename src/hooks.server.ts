import { getTextDirection } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { isStoreUnavailable } from '#lib/server/db/open.ts';
import { retryAfterSeconds } from '#lib/server/answer-decisions.ts';
import { newId } from '#lib/server/ids.ts';
import { findRunningApp, setRunningApp } from '#lib/server/running.ts';
import { readSession, sessionCookieName } from '#lib/server/sessions.ts';
import { isForeign, securityHeaders, sessionCookieOptions } from '#lib/server/web.ts';
import { json } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';

/** Under `npm start` our own server has made the app already; `vite dev` makes it here. */
export const init: ServerInit = async () => {
	if (findRunningApp()) return;
	const { startApp } = await import('#lib/server/start.ts');
	setRunningApp(await startApp({ root: process.cwd(), env: process.env }));
};

/** Every request: who is there, in which language, and nothing written for another site's page. */
export const handle: Handle = async ({ event, resolve }) => {
	const { request, url, cookies, locals } = event;
	const app = findRunningApp();
	if (!app) throw new Error('The server has not been started: init has not run');
	const response = isForeign(request.method, request.headers.get('origin'), url.origin)
		? json({ reason: 'foreign-origin' }, { status: 403 })
		: await paraglideMiddleware(request, async ({ locale }) => {
				const sessionId = cookies.get(sessionCookieName);
				const presence = sessionId === undefined ? null : await readSession(app.store, sessionId);
				Object.assign(locals, {
					app,
					presence,
					person: presence?.person ?? null,
					guest: presence?.guest ?? null,
					language: locale,
					direction: getTextDirection(locale)
				} satisfies App.Locals);
				if (presence?.isRenewed)
					cookies.set(sessionCookieName, presence.sessionId, sessionCookieOptions(presence, url));
				return resolve(event, {
					transformPageChunk: ({ html }) => html.replace('%lang%', locals.language).replace('%dir%', locals.direction)
				});
			});
	// A route that has its reasons says something else about a header itself, as the preview of a package does.
	for (const [name, value] of securityHeaders) if (!response.headers.has(name)) response.headers.set(name, value);
	if (url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
	// On a shared computer the page before signing out must not come back with the Back button. What is the same for
	// everybody for good, such as a portrait, may be kept.
	const caching = response.headers.get('cache-control');
	if (caching === null || (locals.person && !caching.includes('immutable')))
		response.headers.set('cache-control', 'no-store');
	if (response.status === 503) response.headers.set('retry-after', String(retryAfterSeconds));
	return response;
};

/** Unexpected errors are logged under an id, and the id is all that is shown. */
export const handleError: HandleServerError = ({ error, kind }) => {
	if (kind !== 'unknown') return;
	if (isStoreUnavailable(error)) return { status: 503, message: 'Unavailable', code: 'unavailable' };
	const id = newId().slice(0, 8);
	findRunningApp()?.report(id, error);
	return { message: 'Internal error', id };
};
