import { asc, eq } from 'drizzle-orm';
import { isLastAdministrator } from './account.ts';
import type { App } from './app.ts';
import { people } from './db/schema.ts';
import { endSessionsOf, type Person } from './sessions.ts';

/** Everybody with an account, by name. */
export async function listPeople(app: App): Promise<(Person & { joinedDay: string })[]> {
	return app.store.db
		.select({
			id: people.id,
			login: people.login,
			displayName: people.displayName,
			role: people.role,
			language: people.language,
			joinedDay: people.joinedDay
		})
		.from(people)
		.orderBy(asc(people.displayName), asc(people.login))
		.all();
}

/** Makes somebody an administrator or a learner. The last administrator stays one. */
export async function changeRole(
	app: App,
	personId: string,
	role: Person['role']
): Promise<{ ok: true } | { ok: false; reason: 'last-administrator' | 'no-such-person' }> {
	return app.store.transact(() => {
		if (role === 'learner' && isLastAdministrator(app, personId)) return { ok: false, reason: 'last-administrator' };
		const changed = app.store.db.update(people).set({ role }).where(eq(people.id, personId)).run();
		if (changed.changes === 0) return { ok: false, reason: 'no-such-person' };
		return { ok: true };
	});
}

/** Deletes somebody's account with all that belongs to it. The last administrator stays. */
export async function removePerson(
	app: App,
	personId: string
): Promise<{ ok: true } | { ok: false; reason: 'last-administrator' | 'no-such-person' }> {
	return app.store.transact(() => {
		if (isLastAdministrator(app, personId)) return { ok: false, reason: 'last-administrator' };
		endSessionsOf(app.store, personId);
		const removed = app.store.db.delete(people).where(eq(people.id, personId)).run();
		return removed.changes === 0 ? { ok: false, reason: 'no-such-person' } : { ok: true };
	});
}
