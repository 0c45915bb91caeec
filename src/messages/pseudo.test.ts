import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lengthen, mirror, pseudoMessages } from './pseudo-text.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const english = read('./en.json');

describe('the committed pseudo-locales', () => {
	it.each([
		['en-XA.json', lengthen],
		['ar-XB.json', mirror]
	])('%s is what `node src/messages/pseudo.ts` writes from en.json', (name, change) => {
		expect(read(`./${name}`)).toEqual(pseudoMessages(english, change));
	});
});

describe('pseudo texts', () => {
	it('keep placeholders as they are', () => {
		expect(lengthen('Part {part} of {parts}')).toContain('{part}');
		expect(mirror('Part {part} of {parts}')).toContain('{parts}');
	});
	it('are longer than the English', () => {
		expect(lengthen('Step away').length).toBeGreaterThan('Step away'.length * 1.25);
	});
	it('change each variant of a plural and leave its selectors alone', () => {
		const plural = {
			declarations: ['input count', 'local form = count: plural'],
			selectors: ['form'],
			match: { 'form=one': '{count} scene', 'form=other': '{count} scenes' }
		};
		const [changed] = pseudoMessages({ scenes: [plural] }, lengthen).scenes as [typeof plural];
		expect(changed.selectors).toEqual(plural.selectors);
		expect(Object.keys(changed.match)).toEqual(Object.keys(plural.match));
		expect(changed.match['form=one']).toContain('{count} şƈḗƞḗ');
	});
});

describe('the English texts of the player', () => {
	const texts = Object.entries(english).flatMap(([key, message]) =>
		key.startsWith('$')
			? []
			: typeof message === 'string'
				? [message]
				: Object.values((message as [{ match: object }])[0].match)
	);
	it('have no exclamation marks and do not judge', () => {
		for (const text of texts) expect(text).not.toMatch(/!|\bcorrect\b|\bincorrect\b|\bwrong\b|\bwell done\b/i);
	});
});
