import { sessionCookieName, type NewSession } from './sessions.ts';

// What the web demands of every answer, shared by SvelteKit's hooks and our own server.

/** Headers of every answer. The content security policy is SvelteKit's, in vite.config.ts. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
	['x-content-type-options', 'nosniff'],
	['x-frame-options', 'DENY'],
	['referrer-policy', 'same-origin'],
	['cross-origin-opener-policy', 'same-origin'],
	['permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()']
];

/**
 * Whether a request comes from another site's page, or from none: anything but reading needs our own `Origin`.
 * @param ours e.g. `https://learn.example.org`
 */
export function isForeign(method: string, origin: string | null | undefined, ours: string): boolean {
	return method !== 'GET' && method !== 'HEAD' && origin !== ours;
}

/** Attributes of the session's cookie: out of reach of scripts and of other sites, and `secure` wherever we are. */
export function sessionCookieOptions(
	session: Pick<NewSession, 'isRemembered' | 'expiresAt'>,
	url: { protocol: string }
) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax' as const,
		secure: url.protocol === 'https:',
		...(session.isRemembered && { expires: session.expiresAt })
	};
}

/** The same as a `Set-Cookie` header. */
export function sessionCookieHeader(session: NewSession, url: { protocol: string }): string {
	const { secure, expires } = { expires: undefined, ...sessionCookieOptions(session, url) };
	return [
		`${sessionCookieName}=${session.id}`,
		'Path=/',
		'HttpOnly',
		'SameSite=Lax',
		...(secure ? ['Secure'] : []),
		...(expires ? [`Expires=${expires.toUTCString()}`] : [])
	].join('; ');
}

/**
 * What may be logged of an error: its kind, code and stack, without the values that a database error quotes, or the text
 * that a JSON error quotes: either may be what a learner wrote.
 */
export function loggable(error: unknown): string {
	if (!(error instanceof Error)) return `thrown: ${typeof error}`;
	const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
	const frames = /(\n {4}at [^]*)?$/.exec(error.stack ?? '')?.[0] ?? '';
	const message =
		error instanceof SyntaxError ? 'not shown' : error.message.replace(/\nparams:[^]*/, '\nparams: not shown');
	const cause = error.cause === undefined ? '' : `\ncaused by ${loggable(error.cause)}`;
	return `${error.name}: ${message}${code}${frames}${cause}`;
}
