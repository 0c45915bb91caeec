import { describe, expect, it } from 'vitest';
import { inOneLocale } from './one-locale.ts';

// As paraglide 2.23 writes a message.
const compiled = `
const en_part_of = (i) => \`Part \${i?.part}\`;
const en_xa2_part_of = (i) => \`[Ƥȧřŧ \${i?.part}]\`;
export const part_of = /** @type {((inputs: Inputs) => string)} */ ((inputs, options = {}) => {
	const locale = experimentalStaticLocale ?? options.locale ?? getLocale()
	if (locale === "en-XA") return en_xa2_part_of(inputs)
	return en_part_of(inputs)
});`;

/** Loads what is left of the module and asks it. */
async function part(code: string): Promise<string> {
	const loaded = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
		part_of: (inputs: { part: number }) => string;
	};
	return loaded.part_of({ part: 1 });
}

describe('inOneLocale', () => {
	it('keeps the base language alone', async () => {
		expect(await part(inOneLocale(compiled, 'en'))).toBe('Part 1');
		expect(inOneLocale(compiled, 'en')).not.toContain('getLocale');
	});
	it('keeps another language alone', async () => {
		expect(await part(inOneLocale(compiled, 'en-XA'))).toBe('[Ƥȧřŧ 1]');
	});
	it('falls back to the base language where a message has no other', async () => {
		expect(await part(inOneLocale(compiled, 'fr'))).toBe('Part 1');
	});
});
