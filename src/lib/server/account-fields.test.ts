import { expect, it } from 'vitest';
import { displayNameField } from './account-fields.ts';

const problemOf = (name: string) => displayNameField.safeParse(name).error?.issues[0]?.message;

it.each(['Ana', 'Ana María O’Neill', '阿娜', 'می\u200cنا', 'Dr 👩\u200d⚕️', 'N'.repeat(80)])(
	'takes “%s” for a name',
	(name) => {
		expect(problemOf(name)).toBeUndefined();
	}
);

it.each([
	...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
	...[0x00ad, 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x2060, 0xfeff, 0x0007, 0xe0041]
])('refuses a name with the unseen character %i', (code) => {
	expect(problemOf(`A${String.fromCodePoint(code)}b`)).toBe('name-has-control-characters');
});

it.each(['\u200dAna', 'Ana\u200c', 'A\u200c\u200cna', 'Ana \u200dB', '\u200d'])(
	'refuses a joiner that joins nothing (%j)',
	(name) => {
		expect(problemOf(name)).toBe('name-has-control-characters');
	}
);
