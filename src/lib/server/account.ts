import { and, count, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import {
	displayNameField,
	languageField,
	newPasswordField,
	problemsByField,
	type FieldProblems
} from './account-fields.ts';
import type { App } from './app.ts';
import { attemptsOf, entriesOf } from './attempts.ts';
import { enrolments, people, sessions, setupLinks } from './db/schema.ts';
import { hashSecret } from './ids.ts';
import { readJournal } from './journal.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { rotateSession, type NewSession, type Presence } from './sessions.ts';

// What a person may do with their own account.

type Confirmed =
	{ ok: false; reason: 'wrong-password' } | { ok: false; reason: 'slow-down'; retryAfterSeconds: number };

/** Changes one's name or language. */
export async function changeProfile(
	app: App,
	personId: string,
	typed: { displayName?: string; language?: string }
): Promise<{ ok: true } | { ok: false; reason: 'fields'; problems: FieldProblems }> {
	const parsed = z
		.object({ displayName: displayNameField.optional(), language: languageField.optional() })
		.safeParse(typed);
	if (!parsed.success) return { ok: false, reason: 'fields', problems: problemsByField(parsed.error) };
	if (Object.values(parsed.data).every((value) => value === undefined)) return { ok: true };
	app.store.transact(() => app.store.db.update(people).set(parsed.data).where(eq(people.id, personId)).run());
	return { ok: true };
}

/** What became of a wish for another password. */
export type PasswordChanged =
	{ ok: true; session: NewSession } | { ok: false; reason: 'fields'; problems: FieldProblems } | Confirmed;

/** Changes one's password: every other session ends, this one gets a new id, and no earlier link sets another. */
export async function changePassword(
	app: App,
	presence: Presence,
	typed: { password: string; newPassword: string },
	address: string
): Promise<PasswordChanged> {
	const confirmed = await confirm(app, presence, typed.password, address);
	if (!confirmed.ok) return confirmed;
	const parsed = z.object({ newPassword: newPasswordField }).safeParse(typed);
	if (!parsed.success) return { ok: false, reason: 'fields', problems: problemsByField(parsed.error) };
	const passwordHash = await hashPassword(parsed.data.newPassword);
	const { personId } = confirmed;
	return app.store.transact((): PasswordChanged => {
		const others = and(eq(sessions.personId, personId), ne(sessions.idHash, hashSecret(presence.sessionId)));
		app.store.db.update(people).set({ passwordHash }).where(eq(people.id, personId)).run();
		app.store.db.delete(sessions).where(others).run();
		app.store.db.delete(setupLinks).where(eq(setupLinks.personId, personId)).run();
		const session = rotateSession(
			app.store,
			presence.sessionId,
			{ kind: 'person', id: personId },
			{
				isRemembered: presence.isRemembered,
				offeredGuestId: presence.offeredGuestId,
				now: app.now()
			}
		);
		return { ok: true, session };
	});
}

/** What became of a wish to be forgotten. */
export type AccountDeleted = { ok: true } | { ok: false; reason: 'last-administrator' } | Confirmed;

/** Deletes one's account with all that belongs to it: attempts, results, enrolments, journal, sessions. */
export async function deleteAccount(
	app: App,
	presence: Presence,
	password: string,
	address: string
): Promise<AccountDeleted> {
	const confirmed = await confirm(app, presence, password, address);
	if (!confirmed.ok) return confirmed;
	return app.store.transact((): AccountDeleted => {
		if (isLastAdministrator(app, confirmed.personId)) return { ok: false, reason: 'last-administrator' };
		app.store.db.delete(people).where(eq(people.id, confirmed.personId)).run();
		return { ok: true };
	});
}

/** Whether the site would be without an administrator if this person were not one. Synchronous. */
export function isLastAdministrator(app: App, personId: string): boolean {
	const { db } = app.store;
	const person = db.select({ role: people.role }).from(people).where(eq(people.id, personId)).get();
	if (person?.role !== 'administrator') return false;
	const others = and(eq(people.role, 'administrator'), ne(people.id, personId));
	return (db.select({ others: count() }).from(people).where(others).get()?.others ?? 0) === 0;
}

/** All that is kept about a person, as JSON they can take away. No password, no session. */
export async function exportAccount(app: App, personId: string): Promise<Record<string, unknown>> {
	const person = app.store.db.select().from(people).where(eq(people.id, personId)).get();
	if (!person) throw new Error(`No person ${personId} to export`);
	const { login, displayName, role, language, joinedDay } = person;
	const asked = app.store.db
		.select({ course: enrolments.course, assignedDay: enrolments.assignedDay, dueDay: enrolments.dueDay })
		.from(enrolments)
		.where(eq(enrolments.personId, personId))
		.all();
	return {
		account: { login, displayName, role, language, joinedDay },
		enrolments: asked,
		attempts: attemptsOf(app, { kind: 'person', id: personId }).map(({ id, course, module, revision, result }) => ({
			course,
			module,
			revision,
			result,
			decisions: entriesOf(app, id)
		})),
		journal: (await readJournal(app, personId)).map(({ day, moduleTitle, prompt, text }) => ({
			day,
			moduleTitle,
			prompt,
			text
		}))
	};
}

async function confirm(
	app: App,
	{ person }: Presence,
	password: string,
	address: string
): Promise<{ ok: true; personId: string } | Confirmed> {
	if (!person) return { ok: false, reason: 'wrong-password' };
	const allowed = await app.limits.trySignIn(person.login, address);
	if (!allowed.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: allowed.retryAfterSeconds };
	const found = app.store.db.select().from(people).where(eq(people.id, person.id)).get();
	if (!(await isPassword(password, found?.passwordHash))) return { ok: false, reason: 'wrong-password' };
	await app.limits.forgive(person.login, address);
	return { ok: true, personId: person.id };
}
