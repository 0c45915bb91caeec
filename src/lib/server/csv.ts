/**
 * A table as CSV: RFC 4180 (CRLF, quotes doubled), every field quoted, with a byte-order mark so that spreadsheets take it
 * for UTF-8. A field that a spreadsheet would run as a formula gets an apostrophe in front, and so does a part of one that
 * would be a field of its own where spreadsheets split at semicolons or tabs.
 * Source of the rule: OWASP, CSV Injection.
 */
export function csv(rows: string[][]): string {
	return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(text: string): string {
	// Leading spaces and control characters are skipped by some spreadsheets before they look for a formula.
	const isFormula = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text);
	const disarmed = text.replaceAll(/([;\t])(?=[\s\p{Cc}"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu, "$1'");
	return `"${(isFormula ? `'${disarmed}` : disarmed).replaceAll('"', '""')}"`;
}
