/** Whether a text is an absolute IRI: a scheme, and something behind it, without spaces. Source: RFC 3987 2.2. */
export function isIri(text: string): boolean {
	return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text);
}
