/** A text as it stands at the start of a line: a role may be what an organisation calls it, in lower case. */
export function sentenceStart(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
