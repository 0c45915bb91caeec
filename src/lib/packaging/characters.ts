import type { PlayModule } from '#lib/scenario/module.ts';

/** Every character that stands in a text of these modules, markup included. */
export function charactersIn(modules: PlayModule[]): Set<string> {
	return new Set(modules.flatMap(textsIn).join(''));
}

/** The characters that stand in italics: between `<em>` and its end. */
export function emphasisedIn(modules: PlayModule[]): Set<string> {
	const emphasised = modules.flatMap(textsIn).flatMap((text) => text.match(/<(em|cite|i)\b[^>]*>.*?<\/\1>/gs) ?? []);
	return new Set(emphasised.map((html) => unescaped(html.replaceAll(/<[^>]*>/g, ''))).join(''));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [unescaped(value)];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

/** The characters that Markdown's renderer writes as entities. */
function unescaped(html: string): string {
	return html.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}
