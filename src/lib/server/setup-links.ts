import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { people, setupLinks } from './db/schema.ts';
import { hashSecret, newSecret } from './ids.ts';

/** What a one-time link is good for. */
export type SetupLink = {
	purpose: 'first-administrator' | 'invitation' | 'password';
	role: 'learner' | 'administrator';
	/** Whose password it sets; null for a new account. */
	personId: string | null;
	/** For whom it was made. */
	note: string;
	expiresAt: Date;
};

const days = 24 * 60 * 60 * 1000;
const lifetimes = { 'first-administrator': 7 * days, invitation: 14 * days, password: 2 * days };

/**
 * The secret of a new link for the first administrator, made at every start while there is none; earlier ones stop working.
 * @returns null where there is an administrator
 */
export async function makeFirstAdministratorLink(app: App): Promise<string | null> {
	return app.store.transact(() => {
		if (hasAdministrator(app)) return null;
		app.store.db.delete(setupLinks).where(eq(setupLinks.purpose, 'first-administrator')).run();
		return insertLink(app, { purpose: 'first-administrator', role: 'administrator', personId: null, note: '' });
	});
}

/** The secret of a new invitation. Nothing is sent: the administrator passes the link on. */
export async function makeInvitation(
	app: Pick<App, 'store' | 'now'>,
	options: { role: SetupLink['role']; note: string }
): Promise<string> {
	return app.store.transact(() => insertLink(app, { purpose: 'invitation', personId: null, ...options }));
}

/**
 * The secret of a link with which a person sets a new password; earlier ones of theirs stop working.
 * @returns null where there is no such person
 */
export async function makePasswordLink(app: App, personId: string): Promise<string | null> {
	return app.store.transact(() => {
		const person = app.store.db.select().from(people).where(eq(people.id, personId)).get();
		if (!person) return null;
		app.store.db.delete(setupLinks).where(eq(setupLinks.personId, personId)).run();
		return insertLink(app, { purpose: 'password', role: person.role, personId, note: person.displayName });
	});
}

/** What a link is good for; null where it is unknown, used or too old. Does not use it up. */
export async function readSetupLink(app: App, secret: string): Promise<SetupLink | null> {
	return findLink(app, secret) ?? null;
}

/** Invitations that nobody has used yet, by note. Their secrets are known to nobody but whom they were given to. */
export async function openInvitations(
	app: App
): Promise<{ id: string; note: string; role: SetupLink['role']; expiresAt: Date }[]> {
	return app.store.db
		.select({ id: setupLinks.tokenHash, note: setupLinks.note, role: setupLinks.role, expiresAt: setupLinks.expiresAt })
		.from(setupLinks)
		.where(and(eq(setupLinks.purpose, 'invitation'), gt(setupLinks.expiresAt, app.now())))
		.orderBy(setupLinks.note)
		.all();
}

/** Takes an invitation back, by the id `openInvitations` gives. */
export async function withdrawInvitation(app: App, id: string): Promise<void> {
	app.store.transact(() =>
		app.store.db
			.delete(setupLinks)
			.where(and(eq(setupLinks.tokenHash, id), eq(setupLinks.purpose, 'invitation')))
			.run()
	);
}

/** Uses a link up. Synchronous: inside the transaction of what it is used for; undefined where it is no longer good. */
export function takeLink(app: App, secret: string): SetupLink | undefined {
	const link = findLink(app, secret);
	if (link)
		app.store.db
			.delete(setupLinks)
			.where(eq(setupLinks.tokenHash, hashSecret(secret)))
			.run();
	return link;
}

function hasAdministrator(app: App): boolean {
	const { db } = app.store;
	return (
		db
			.select({ one: sql`1` })
			.from(people)
			.where(eq(people.role, 'administrator'))
			.limit(1)
			.get() !== undefined
	);
}

function findLink(app: App, secret: string): SetupLink | undefined {
	const link = app.store.db
		.select()
		.from(setupLinks)
		.where(and(eq(setupLinks.tokenHash, hashSecret(secret)), gt(setupLinks.expiresAt, app.now())))
		.get();
	if (!link) return undefined;
	if (link.purpose === 'first-administrator' && hasAdministrator(app)) return undefined;
	const { purpose, role, personId, note, expiresAt } = link;
	return { purpose, role, personId, note, expiresAt };
}

function insertLink(app: Pick<App, 'store' | 'now'>, link: Omit<SetupLink, 'expiresAt'>): string {
	const secret = newSecret();
	const now = app.now();
	app.store.db.delete(setupLinks).where(lte(setupLinks.expiresAt, now)).run();
	const expiresAt = new Date(now.getTime() + lifetimes[link.purpose]);
	app.store.db
		.insert(setupLinks)
		.values({ ...link, tokenHash: hashSecret(secret), expiresAt })
		.run();
	return secret;
}
