import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Entry } from '#lib/scenario/module.ts';

// Ids are random text, so that they say nothing about how many there are. Days are `YYYY-MM-DD` in UTC.
// Decisions carry no times: when somebody practised what is nobody's business.

/** Accounts. There is no mark here of being a peer worker or of lived experience, and there never will be. */
export const people = sqliteTable('people', {
	id: text().primaryKey(),
	/** An e-mail address or a login name, folded to lower case. */
	login: text().notNull().unique(),
	displayName: text('display_name').notNull(),
	/** argon2id, in the PHC string form. */
	passwordHash: text('password_hash').notNull(),
	role: text({ enum: ['learner', 'administrator'] }).notNull(),
	language: text().notNull(),
	joinedDay: text('joined_day').notNull()
});

/** Somebody who tries a course without an account: known by a session only. */
export const guests = sqliteTable('guests', {
	id: text().primaryKey(),
	startedDay: text('started_day').notNull()
});

/** Who is signed in where. Only the SHA-256 of a session's id is kept. */
export const sessions = sqliteTable(
	'sessions',
	{
		idHash: text('id_hash').primaryKey(),
		personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
		guestId: text('guest_id').references(() => guests.id, { onDelete: 'cascade' }),
		/** Work done here before signing in, until the person says whether it is theirs. */
		offeredGuestId: text('offered_guest_id').references(() => guests.id, { onDelete: 'set null' }),
		/** Whether the cookie outlives the browser. */
		remembered: integer({ mode: 'boolean' }).notNull(),
		expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull()
	},
	(table) => [
		index('sessions_person').on(table.personId),
		index('sessions_guest').on(table.guestId),
		index('sessions_offered').on(table.offeredGuestId),
		check('sessions_one_owner', sql`(${table.personId} is null) <> (${table.guestId} is null)`)
	]
);

/** One-time links: for the first administrator, for a new person, for a new password. Only the SHA-256 of the token is kept. */
export const setupLinks = sqliteTable(
	'setup_links',
	{
		tokenHash: text('token_hash').primaryKey(),
		purpose: text({ enum: ['first-administrator', 'invitation', 'password'] }).notNull(),
		/** Role of the account that an invitation makes. */
		role: text({ enum: ['learner', 'administrator'] }).notNull(),
		/** Whose password a `password` link sets. */
		personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
		/** For whom it was made, as the administrator wrote it. */
		note: text().notNull(),
		expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull()
	},
	(table) => [index('setup_links_person').on(table.personId)]
);

/** A learner is asked to do a course, maybe by a day. */
export const enrolments = sqliteTable(
	'enrolments',
	{
		id: text().primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		course: text().notNull(),
		dueDay: text('due_day'),
		assignedDay: text('assigned_day').notNull(),
		assignedBy: text('assigned_by').references(() => people.id, { onDelete: 'set null' }),
		/** Why the course was assigned although no peer worker has reviewed it; null where it is reviewed. */
		unreviewedDecision: text('unreviewed_decision')
	},
	(table) => [
		uniqueIndex('enrolments_person_course').on(table.personId, table.course),
		index('enrolments_assigned_by').on(table.assignedBy)
	]
);

/** One learner's run of one module. Beginning again makes a new one; older ones are kept. */
export const attempts = sqliteTable(
	'attempts',
	{
		id: text().primaryKey(),
		personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
		guestId: text('guest_id').references(() => guests.id, { onDelete: 'cascade' }),
		course: text().notNull(),
		module: text().notNull(),
		/** The module's revision when something was last appended. */
		revision: text().notNull(),
		startedDay: text('started_day').notNull(),
		isCurrent: integer('is_current', { mode: 'boolean' }).notNull()
	},
	(table) => [
		uniqueIndex('attempts_current_of_person')
			.on(table.personId, table.course, table.module)
			.where(sql`is_current = 1 and person_id is not null`),
		uniqueIndex('attempts_current_of_guest')
			.on(table.guestId, table.course, table.module)
			.where(sql`is_current = 1 and guest_id is not null`),
		index('attempts_person').on(table.personId),
		index('attempts_guest').on(table.guestId),
		check('attempts_one_owner', sql`(${table.personId} is null) <> (${table.guestId} is null)`)
	]
);

/** The decision logs: appended to, never changed. */
export const decisions = sqliteTable(
	'decisions',
	{
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempts.id, { onDelete: 'cascade' }),
		/** From 0, without gaps. */
		sequence: integer().notNull(),
		entry: text({ mode: 'json' }).$type<Entry>().notNull()
	},
	(table) => [primaryKey({ columns: [table.attemptId, table.sequence] })]
);

/** What an attempt has earned: a fact, stored when earned. */
export const results = sqliteTable('results', {
	attemptId: text('attempt_id')
		.primaryKey()
		.references(() => attempts.id, { onDelete: 'cascade' }),
	ending: text().notNull(),
	/** ISO time of the first completion. */
	completedAt: text('completed_at').notNull(),
	success: integer({ mode: 'boolean' }),
	/** 0..1 */
	scaled: real(),
	revision: text().notNull()
});

/** Private notes. Read and written by `journal.ts` alone, for their owner alone, and never joined with anything. */
export const journal = sqliteTable(
	'journal',
	{
		id: text().primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		day: text().notNull(),
		moduleTitle: text('module_title').notNull(),
		prompt: text().notNull(),
		text: text().notNull()
	},
	(table) => [index('journal_person').on(table.personId)]
);

/** What administrators set for the whole site, as JSON per key. */
export const siteSettings = sqliteTable('site_settings', {
	key: text().primaryKey(),
	value: text({ mode: 'json' }).$type<unknown>().notNull()
});
