import type { IncomingHttpHeaders } from 'node:http';

/** Where administrators hand in a package to be checked: the one address that takes more than a form. */
export const packageCheckPath = '/admin/packages/check';

/** Bytes of a package that is handed in, and of the form around it. */
export const mostPackageBytes = 60 * 1024 * 1024;
/** Bytes of the largest request that anything may bring. */
export const mostBodyBytes = mostPackageBytes + 64 * 1024;
const mostFormBytes = 512 * 1024;

/**
 * Whether a request brings more than its address takes, by what it says itself: Node hands on no more than that. One
 * that does not say how much it brings is too large everywhere.
 * @param url the request's target, e.g. `/admin/packages/check?x`
 */
export function bringsTooMuch(url: string | undefined, headers: IncomingHttpHeaders): boolean {
	if (headers['transfer-encoding'] !== undefined) return true;
	const path = (url ?? '').replace(/[?#].*$/s, '');
	return Number(headers['content-length'] ?? 0) > (path === packageCheckPath ? mostBodyBytes : mostFormBytes);
}
