import type { Html } from '#lib/scenario/module.ts';

/** A piece of a document: an element around others, text as it stands in HTML, or the place of a phrase. */
export type DocumentPart =
	| { kind: 'element'; key: number; tag: string; parts: DocumentPart[] }
	| { kind: 'text'; key: number; html: Html }
	| { kind: 'phrase'; key: number; id: string };

/** Ids of the phrases in these parts, in order. */
export function phrasesIn(parts: DocumentPart[]): string[] {
	return parts.flatMap((part) =>
		part.kind === 'phrase' ? [part.id] : part.kind === 'element' ? phrasesIn(part.parts) : []
	);
}

/**
 * Takes a reword scene's document apart, so that each phrase can be a control of its own. The HTML is our own: made from
 * Markdown, so tags are balanced and only line breaks stand alone. Attributes are dropped.
 */
export function documentParts(html: Html): DocumentPart[] {
	const root: DocumentPart[] = [];
	const open = [root];
	let key = 0;
	const tokens = /<span data-phrase="([^"]+)"><\/span>|<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g;
	for (const [text, phrase, closing, tag] of html.matchAll(tokens)) {
		const into = open.at(-1) ?? root;
		key += 1;
		if (phrase) into.push({ kind: 'phrase', key, id: phrase });
		else if (!tag) into.push({ kind: 'text', key, html: text });
		else if (tag === 'br' || tag === 'hr') into.push({ kind: 'text', key, html: `<${tag}>` });
		else if (closing) open.length = Math.max(1, open.length - 1);
		else {
			const parts: DocumentPart[] = [];
			into.push({ kind: 'element', key, tag, parts });
			open.push(parts);
		}
	}
	return root;
}
