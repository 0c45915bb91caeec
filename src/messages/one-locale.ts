import type { Plugin } from 'vite';

/**
 * Leaves only one language in a bundle. Paraglide's own `experimentalStaticLocale` still asks at run time whether the
 * locale is known, so no minifier can drop the other languages' texts; this names the locale in each message instead.
 */
export function oneLocale(locale: string): Plugin {
	const asked = 'experimentalStaticLocale ?? options.locale ?? getLocale()';
	return {
		name: 'alongside-one-locale',
		transform: (code) => (code.includes(asked) ? code.replaceAll(asked, JSON.stringify(locale)) : null)
	};
}
