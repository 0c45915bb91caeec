import { cookieName } from '#lib/paraglide/runtime.js';
import type { Cookies } from '@sveltejs/kit';

const oneYearSeconds = 365 * 24 * 60 * 60;

/** Keeps the language of pages in this browser. The player's script reads it too. */
export function keepLanguage(cookies: Cookies, url: URL, language: string): void {
	cookies.set(cookieName, language, {
		path: '/',
		httpOnly: false,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: oneYearSeconds
	});
}
