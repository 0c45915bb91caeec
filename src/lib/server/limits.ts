import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a limiter says: go on, or wait. */
export type Allowed = { ok: true } | { ok: false; retryAfterSeconds: number };

/** Brakes on guessing and on flooding. In memory: one process serves a site, and a restart forgives. */
export type Limits = {
	/** Before a password is tried. Counts the login from this address, the login from anywhere, and the address. */
	trySignIn: (login: string, address: string) => Promise<Allowed>;
	/** After the right password: this login from this address starts again. */
	forgive: (login: string, address: string) => Promise<void>;
	/** Before a link's token, or a new account, is tried. */
	tryLink: (address: string) => Promise<Allowed>;
	/** Before a guest is made. Generous: a hospital has one address. */
	tryGuest: (address: string) => Promise<Allowed>;
};

const minutes = 60;

/** Limits with everybody at zero. */
export function createLimits(): Limits {
	const pair = new RateLimiterMemory({ points: 10, duration: 15 * minutes });
	const login = new RateLimiterMemory({ points: 100, duration: 60 * minutes });
	const address = new RateLimiterMemory({ points: 200, duration: 15 * minutes });
	const link = new RateLimiterMemory({ points: 60, duration: 15 * minutes });
	const guest = new RateLimiterMemory({ points: 300, duration: 60 * minutes });
	const pairKey = (name: string, from: string) => JSON.stringify([name, from]);
	return {
		trySignIn: async (name, from) => {
			// In this order: a try that its own address may not make counts for nobody else who uses the login.
			const byAddress = await take(address, from);
			if (!byAddress.ok) return byAddress;
			const byPair = await take(pair, pairKey(name, from));
			return byPair.ok ? take(login, name) : byPair;
		},
		forgive: async (name, from) => {
			await pair.delete(pairKey(name, from));
		},
		tryLink: (from) => take(link, from),
		tryGuest: (from) => take(guest, from)
	};
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Allowed> {
	try {
		await limiter.consume(key);
		return { ok: true };
	} catch (refused) {
		if (!(refused instanceof RateLimiterRes)) throw refused;
		return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
	}
}
