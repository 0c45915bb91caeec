const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The base64url digit of 0..63. */
export function digitOf(value: number): string {
	const digit = alphabet[value];
	if (digit === undefined) throw new RangeError(`No base64url digit for ${value}: it takes 0..63`);
	return digit;
}

/** The value 0..63 of a base64url digit, or -1 for any other character. */
export function valueOf(digit: string): number {
	return digit.length === 1 ? alphabet.indexOf(digit) : -1;
}

/** Three base64url characters (18 bits) that stand for a text; the check refuses a module with a collision. */
export function shortHash(text: string): string {
	return digits(mix(text, 0x9e3779b1), 3);
}

/** Ten base64url characters (60 bits) that tell one module's content from another's; not for secrets. */
export function digest(text: string): string {
	return digits(mix(text, 1), 5) + digits(mix(text, 0x85ebca6b), 5);
}

/** The low `count` × 6 bits of a 32-bit number as base64url digits, lowest first. */
function digits(value: number, count: number): string {
	let rest = value >>> 0;
	let out = '';
	for (let index = 0; index < count; index += 1) {
		out += alphabet[rest & 63];
		rest >>>= 6;
	}
	return out;
}

/** A 32-bit hash of UTF-16 code units: MurmurHash3's mixing, which spreads single-character changes over all bits. */
function mix(text: string, seed: number): number {
	let hash = seed | 0;
	for (let index = 0; index < text.length; index += 1) {
		let unit = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
		unit = (unit << 15) | (unit >>> 17);
		hash ^= Math.imul(unit, 0x1b873593);
		hash = (hash << 13) | (hash >>> 19);
		hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
	}
	hash ^= text.length;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
