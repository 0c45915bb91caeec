import type { Html } from '#lib/scenario/module.ts';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The words of a text without its tags: for a file name or a printed heading, never for HTML again. */
export function plainText(html: Html): string {
	return html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
