import { baseLocale, isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The page says which language it is in. Asked the usual way, paraglide would also write a cookie, and a visitor who has
// chosen nothing gets none.
overwriteGetLocale(() => {
	const { lang } = document.documentElement;
	return isLocale(lang) ? lang : baseLocale;
});
