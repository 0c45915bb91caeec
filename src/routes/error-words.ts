import { m } from '#lib/paraglide/messages.js';

/** What an error page says, by HTTP status: what happened, and what to do. */
export function errorWords(status: number): { title: string; text: string } {
	if (status === 404) return { title: m.error_404_title(), text: m.error_404_text() };
	if (status === 403) return { title: m.error_403_title(), text: m.error_403_text() };
	if (status === 401) return { title: m.error_401_title(), text: m.error_401_text() };
	if (status === 503) return { title: m.error_503_title(), text: m.error_503_text() };
	if (status >= 500) return { title: m.error_500_title(), text: m.error_500_text() };
	return { title: m.error_other_title(), text: m.error_other_text() };
}
