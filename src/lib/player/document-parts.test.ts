import { expect, it } from 'vitest';
import { documentParts, phrasesIn, type DocumentPart } from './document-parts.ts';

/** The parts as a readable text: elements in brackets, phrases in braces. */
function told(parts: DocumentPart[]): string {
	return parts
		.map((part) => {
			if (part.kind === 'text') return part.html;
			return part.kind === 'phrase' ? `{${part.id}}` : `[${part.tag} ${told(part.parts)}]`;
		})
		.join('');
}

it.each([
	['<p>He <span data-phrase="a"></span> it.</p>', '[p He {a} it.]'],
	['<p>One<br>two</p><ul><li><em>x</em> &amp; y</li></ul>', '[p One<br>two][ul [li [em x] &amp; y]]'],
	['<p class="said">“<strong><span data-phrase="b"></span></strong>”</p>', '[p “[strong {b}]”]'],
	['', '']
])('%s', (html, expected) => {
	expect(told(documentParts(html))).toBe(expected);
});

it('gives every part a key of its own', () => {
	const parts = documentParts('<p>a</p><p>b<em>c</em></p>');
	const keys = (all: DocumentPart[]): number[] =>
		all.flatMap((part) => [part.key, ...(part.kind === 'element' ? keys(part.parts) : [])]);
	expect(new Set(keys(parts)).size).toBe(keys(parts).length);
});

it('names the phrases of a paragraph in order, however deep they lie', () => {
	const parts = documentParts('<p><span data-phrase="b"></span> <em><span data-phrase="a"></span></em></p>');
	expect(phrasesIn(parts)).toEqual(['b', 'a']);
});
