import { createHash, randomBytes } from 'node:crypto';

/** A new random id: 20 lower-case letters and digits, 100 bits. */
export function newId(): string {
	return base32(randomBytes(13)).slice(0, 20);
}

/** A new secret for a link: 40 characters, 200 bits. Show it once, keep only its `hashSecret`. */
export function newSecret(): string {
	return base32(randomBytes(25));
}

/** What is kept of a secret: its SHA-256 in base64url. */
export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let value = 0;
	for (const byte of bytes) {
		value = (value << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += letters[(value >> bits) & 31];
			value &= (1 << bits) - 1;
		}
	}
	return text;
}

/** The UTC day of a moment, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}
