import { hash, verify } from '@node-rs/argon2';

/** Fewest characters of a password. Length is what counts; no rules on what they are. Source: NIST SP 800-63B. */
export const shortestPassword = 10;
/** Most characters, so that nobody hashes a book. */
export const longestPassword = 200;

// argon2id is the library's default; the figures are OWASP's (19 MiB, two passes, one lane).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in the PHC string form. Takes tens of milliseconds, off the main thread. */
export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), cost);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether a password belongs to a stored hash. Without a hash (nobody has that login) it does the same work and says no,
 * so that the time taken tells nothing.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
	nobodys ??= hashPassword('the password of nobody at all');
	const dummy = await nobodys;
	const matches = await verify(passwordHash ?? dummy, password.slice(0, longestPassword).normalize('NFKC'));
	return matches && passwordHash !== undefined;
}
