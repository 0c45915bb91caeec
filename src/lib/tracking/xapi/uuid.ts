/**
 * A random UUID (RFC 4122, version 4). `crypto.randomUUID` is there only over HTTPS, and some LMSs have none.
 * @param random fills bytes, e.g. `(bytes) => crypto.getRandomValues(bytes)`
 */
export function newUuid(random: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
	const bytes = new Uint8Array(16);
	random(bytes);
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
