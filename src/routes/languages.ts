import { baseLocale, locales, type Locale } from '#lib/paraglide/runtime.js';

const made = ['en-XA', 'ar-XB'];

/**
 * Languages that pages can be shown in. The made-up ones, which show where a text is missing or a layout breaks, are
 * offered only with ALONGSIDE_PSEUDO=1.
 */
export function offeredLanguages(env: Record<string, string | undefined>): { tag: Locale; name: string }[] {
	return locales
		.filter((tag) => env.ALONGSIDE_PSEUDO === '1' || !made.includes(tag))
		.map((tag) => ({ tag, name: nameOf(tag) }));
}

/** The offered language of this tag, else the site's own. */
export function toLanguage(tag: string | undefined, env: Record<string, string | undefined>): Locale {
	return offeredLanguages(env).find((offered) => offered.tag === tag)?.tag ?? baseLocale;
}

function nameOf(tag: Locale): string {
	const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
	return made.includes(tag) ? `${name} [${tag}]` : name;
}
