/** Files over this are looked at up to here: what is loaded from elsewhere stands at the beginning of a page. */
const mostCharacters = 4 * 1024 * 1024;

/** A file as text, bytes that are no UTF-8 replaced; `''` where there is none. */
export function textOf(bytes: Uint8Array | undefined): string {
	return new TextDecoder().decode(bytes?.subarray(0, mostCharacters));
}

/** What a name ends in, lower case, without the dot; `''` for none. */
export function endingOf(path: string): string {
	return /\.([a-z0-9]+)$/.exec(path.toLowerCase())?.[1] ?? '';
}
