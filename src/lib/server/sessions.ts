import { eq, lte, sql } from 'drizzle-orm';
import {
	generateIdFromEntropySize,
	Lucia,
	TimeSpan,
	type Adapter,
	type DatabaseSession,
	type DatabaseUser
} from 'lucia';
import { isStoreUnavailable, perStore, type Store } from './db/open.ts';
import { guests, people, sessions } from './db/schema.ts';
import { hashSecret } from './ids.ts';
import { ownerColumns, type Owner } from './owner.ts';

// The only file that knows Lucia, which is in maintenance. What it does for us: expiry, sliding renewal, ids.

/** An account, as pages may see it. */
export type Person = {
	id: string;
	login: string;
	displayName: string;
	role: 'learner' | 'administrator';
	language: string;
};

/** Who is there: a person or a guest, by the session in their cookie. */
export type Presence = {
	sessionId: string;
	/** The session was just prolonged: send the cookie again. */
	isRenewed: boolean;
	isRemembered: boolean;
	expiresAt: Date;
	person: Person | null;
	guest: { id: string } | null;
	/** A guest whose work was done here before signing in, until the person says whether it is theirs. */
	offeredGuestId: string | null;
};

/** A session that has just been made. The id goes into the cookie and is kept nowhere else. */
export type NewSession = { id: string; isRemembered: boolean; expiresAt: Date };

/** What the session’s cookie is called. */
export const sessionCookieName = 'alongside-session';
const lifetime = new TimeSpan(30, 'd');

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<SessionAttributes, UserAttributes>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}
type SessionAttributes = { remembered: boolean; offeredGuestId: string | null };
type UserAttributes = { person: Person | null; guest: { id: string } | null };

const luciaOf = perStore(
	(store) =>
		new Lucia<SessionAttributes, UserAttributes>(adapterFor(store), {
			sessionExpiresIn: lifetime,
			getSessionAttributes: (attributes) => attributes,
			getUserAttributes: (attributes) => attributes
		})
);

const queriesOf = perStore(({ db }) => ({
	byHash: db
		.select({
			personId: sessions.personId,
			guestId: sessions.guestId,
			remembered: sessions.remembered,
			offeredGuestId: sessions.offeredGuestId,
			expiresAt: sessions.expiresAt,
			login: people.login,
			displayName: people.displayName,
			role: people.role,
			language: people.language
		})
		.from(sessions)
		.leftJoin(people, eq(people.id, sessions.personId))
		.where(eq(sessions.idHash, sql.placeholder('idHash')))
		.prepare()
}));

/** Who a session id stands for; null where it is unknown or has ended. */
export async function readSession(store: Store, sessionId: string): Promise<Presence | null> {
	const { session, user } = await luciaOf(store).validateSession(sessionId);
	if (!session) return null;
	return {
		sessionId,
		isRenewed: session.fresh,
		isRemembered: session.remembered,
		expiresAt: session.expiresAt,
		person: user.person,
		guest: user.guest,
		offeredGuestId: session.offeredGuestId
	};
}

/**
 * Makes a session and ends the one it replaces, so that an id seen before signing in is worth nothing afterwards.
 * Synchronous: call it inside the transaction of whatever the session is for.
 */
export function rotateSession(
	store: Store,
	replaces: string | null,
	owner: Owner,
	options: { isRemembered: boolean; offeredGuestId: string | null; now: Date }
): NewSession {
	if (replaces !== null) endSession(store, replaces);
	const id = generateIdFromEntropySize(25);
	const expiresAt = new Date(options.now.getTime() + lifetime.milliseconds());
	const { isRemembered, offeredGuestId } = options;
	store.db
		.insert(sessions)
		.values({ idHash: hashSecret(id), ...ownerColumns(owner), offeredGuestId, remembered: isRemembered, expiresAt })
		.run();
	return { id, isRemembered, expiresAt };
}

/** Ends one session. Synchronous. */
export function endSession(store: Store, sessionId: string): void {
	store.db
		.delete(sessions)
		.where(eq(sessions.idHash, hashSecret(sessionId)))
		.run();
}

/** Ends every session of a person. Synchronous. */
export function endSessionsOf(store: Store, personId: string): void {
	store.db.delete(sessions).where(eq(sessions.personId, personId)).run();
}

/** Forgets sessions that have ended, and guests whom no session knows any more, with their attempts. Run once a day. */
export async function sweepSessions(store: Store, now: Date): Promise<void> {
	store.transact(() => {
		store.db.delete(sessions).where(lte(sessions.expiresAt, now)).run();
		store.db
			.delete(guests)
			.where(
				sql`not exists (select 1 from sessions where sessions.guest_id = guests.id or sessions.offered_guest_id = guests.id)`
			)
			.run();
	});
}

/** Reads a session id out of a `Cookie` header; null where there is none. */
export function sessionIdIn(cookieHeader: string | undefined): string | null {
	const prefix = `${sessionCookieName}=`;
	for (const pair of cookieHeader?.split(';') ?? []) {
		const text = pair.trim();
		if (text.startsWith(prefix)) return text.slice(prefix.length);
	}
	return null;
}

function adapterFor(store: Store): Adapter {
	const { db } = store;
	return {
		async getSessionAndUser(sessionId) {
			const row = queriesOf(store).byHash.get({ idHash: hashSecret(sessionId) });
			const userId = row?.personId ?? row?.guestId;
			if (!row || !userId) return [null, null];
			const session: DatabaseSession = {
				id: sessionId,
				userId,
				expiresAt: row.expiresAt,
				attributes: { remembered: row.remembered, offeredGuestId: row.offeredGuestId }
			};
			const { login, displayName, role, language } = row;
			const isPerson = login !== null && displayName !== null && role !== null && language !== null;
			const user: DatabaseUser = {
				id: userId,
				attributes: {
					person: isPerson ? { id: userId, login, displayName, role, language } : null,
					guest: isPerson ? null : { id: userId }
				}
			};
			return [session, user];
		},
		async updateSessionExpiration(sessionId, expiresAt) {
			try {
				db.update(sessions)
					.set({ expiresAt })
					.where(eq(sessions.idHash, hashSecret(sessionId)))
					.run();
			} catch (error) {
				// Prolonging can wait for the next request; being known cannot depend on a database that is busy.
				if (!isStoreUnavailable(error)) throw error;
			}
		},
		async deleteSession(sessionId) {
			try {
				endSession(store, sessionId);
			} catch (error) {
				// An ended session is refused by its date, deleted or not.
				if (!isStoreUnavailable(error)) throw error;
			}
		},
		async deleteUserSessions(userId) {
			endSessionsOf(store, userId);
		},
		// Asked of `rotateSession` and `sweepSessions` instead, which run inside transactions.
		getUserSessions: () => Promise.reject(new Error('Not used')),
		setSession: () => Promise.reject(new Error('Not used: sessions are made by rotateSession')),
		deleteExpiredSessions: () => Promise.reject(new Error('Not used: see sweepSessions'))
	};
}
