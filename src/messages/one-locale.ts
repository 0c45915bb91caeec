import type { Plugin } from 'vite';

/**
 * Leaves only one language in a bundle. Paraglide's own `experimentalStaticLocale` still asks at run time whether the
 * locale is known, so no minifier can drop the other languages' texts. Use it beside `paraglideVitePlugin`, in builds
 * that are made for one language.
 */
export function oneLocale(locale: string): Plugin {
	return {
		name: 'alongside-one-locale',
		transform: (code, id) => (/\/messages\/\w+\.js$/.test(id) ? inOneLocale(code, locale) : null)
	};
}

/** A compiled message module whose messages are their text in one locale, or in the base locale where that has none. */
export function inOneLocale(code: string, locale: string): string {
	const chooser = /\(\(inputs[^)]*\) => \{\s*const locale = ([^]*?)return (\w+)\(inputs\);?\s*\}\)/g;
	return code.replace(chooser, (_, body: string, base: string) => {
		const named = new RegExp(`locale === ${JSON.stringify(locale)}\\) return (\\w+)\\(inputs\\)`).exec(body);
		return named?.[1] ?? base;
	});
}
