import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import type { Result } from '#lib/scenario/result.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { findModule } from './courses.ts';
import { perStore, type Db } from './db/open.ts';
import { attempts, decisions, results } from './db/schema.ts';
import { dayOf, newId } from './ids.ts';
import { isOwnedBy, ownerColumns, type Owner } from './owner.ts';

/** An attempt with the length of its log and what it has earned. */
export type Attempt = {
	id: string;
	personId: string | null;
	guestId: string | null;
	course: string;
	module: string;
	/** The module's revision when something was last appended. */
	revision: string;
	length: number;
	result: Result | null;
};

const rowFields = {
	id: attempts.id,
	personId: attempts.personId,
	guestId: attempts.guestId,
	course: attempts.course,
	module: attempts.module,
	revision: attempts.revision,
	length: sql<number>`(select coalesce(max(sequence) + 1, 0) from decisions where attempt_id = attempts.id)`.as(
		'length'
	),
	ending: results.ending,
	completedAt: results.completedAt,
	success: results.success,
	scaled: results.scaled,
	earnedOn: results.revision
};

const queriesOf = perStore(({ db }) => ({
	byId: selectAttempts(db)
		.where(eq(attempts.id, sql.placeholder('id')))
		.prepare(),
	currentOfPerson: selectAttempts(db)
		.where(and(eq(attempts.personId, sql.placeholder('owner')), isCurrentAt()))
		.prepare(),
	currentOfGuest: selectAttempts(db)
		.where(and(eq(attempts.guestId, sql.placeholder('owner')), isCurrentAt()))
		.prepare(),
	ofPerson: selectAttempts(db)
		.where(eq(attempts.personId, sql.placeholder('owner')))
		.prepare(),
	ofGuest: selectAttempts(db)
		.where(eq(attempts.guestId, sql.placeholder('owner')))
		.prepare(),
	entries: db
		.select({ entry: decisions.entry })
		.from(decisions)
		.where(eq(decisions.attemptId, sql.placeholder('id')))
		.orderBy(asc(decisions.sequence))
		.prepare()
}));

function selectAttempts(db: Db) {
	return db
		.select({ ...rowFields, isCurrent: attempts.isCurrent })
		.from(attempts)
		.leftJoin(results, eq(results.attemptId, attempts.id))
		.$dynamic();
}

function isCurrentAt() {
	return and(
		eq(attempts.course, sql.placeholder('course')),
		eq(attempts.module, sql.placeholder('module')),
		eq(attempts.isCurrent, true)
	);
}

/** An attempt by id, whoever's it is; undefined where there is none. Synchronous: for use inside a transaction. */
export function findAttempt(app: App, id: string): Attempt | undefined {
	const row = queriesOf(app.store).byId.get({ id });
	return row && toAttempt(row);
}

/** The log of an attempt, oldest first. Synchronous: for use inside a transaction. */
export function entriesOf(app: App, id: string): Entry[] {
	return queriesOf(app.store)
		.entries.all({ id })
		.map(({ entry }) => entry);
}

/** The attempts of an owner, older ones included. */
export function attemptsOf(app: App, owner: Owner): (Attempt & { isCurrent: boolean })[] {
	const queries = queriesOf(app.store);
	const rows =
		owner.kind === 'person' ? queries.ofPerson.all({ owner: owner.id }) : queries.ofGuest.all({ owner: owner.id });
	return rows.map((row) => ({ ...toAttempt(row), isCurrent: row.isCurrent }));
}

/** The attempt an owner goes on with in a module; undefined before the first. */
export function findCurrentAttempt(app: App, owner: Owner, course: string, module: string): Attempt | undefined {
	const queries = queriesOf(app.store);
	const row = (owner.kind === 'person' ? queries.currentOfPerson : queries.currentOfGuest).get({
		owner: owner.id,
		course,
		module
	});
	return row && toAttempt(row);
}

/**
 * The attempt an owner goes on with, begun now if there was none.
 * @returns null where no such module is served
 */
export async function openAttempt(app: App, owner: Owner, course: string, module: string): Promise<Attempt | null> {
	const served = findModule(app.courses(), course, module);
	if (!served) return null;
	const known = findCurrentAttempt(app, owner, course, module);
	if (known) return known;
	return app.commits.commit(() => {
		const begun = findCurrentAttempt(app, owner, course, module);
		if (begun) return { answer: begun, write: null };
		const attempt = newAttempt(owner, served.play);
		return { answer: attempt, write: () => insertAttempt(app, attempt) };
	});
}

/**
 * Begins a module again. The attempt so far is kept, and what it earned with it.
 * @returns null where no such module is served
 */
export async function beginAgain(app: App, owner: Owner, course: string, module: string): Promise<Attempt | null> {
	const served = findModule(app.courses(), course, module);
	if (!served) return null;
	return app.commits.commit(() => {
		const before = findCurrentAttempt(app, owner, course, module);
		if (before?.length === 0) return { answer: before, write: null };
		const attempt = newAttempt(owner, served.play);
		return {
			answer: attempt,
			write: () => {
				if (before) app.store.db.update(attempts).set({ isCurrent: false }).where(eq(attempts.id, before.id)).run();
				insertAttempt(app, attempt);
			}
		};
	});
}

/** What is kept of an attempt; null where there is none or it is somebody else's, which looks the same. */
export async function readAttempt(
	app: App,
	owner: Owner,
	id: string
): Promise<(Pick<Attempt, 'id' | 'revision' | 'result'> & { entries: Entry[] }) | null> {
	const attempt = findAttempt(app, id);
	if (!attempt || !isOwnedBy(attempt, owner)) return null;
	return { id, entries: entriesOf(app, id), revision: attempt.revision, result: attempt.result };
}

function newAttempt(owner: Owner, { course, id: module, revision }: PlayModule): Attempt {
	return { id: newId(), ...ownerColumns(owner), course, module, revision, length: 0, result: null };
}

function insertAttempt(app: App, attempt: Attempt): void {
	const { id, personId, guestId, course, module, revision } = attempt;
	app.store.db
		.insert(attempts)
		.values({ id, personId, guestId, course, module, revision, startedDay: dayOf(app.now()), isCurrent: true })
		.run();
}

type Row = Omit<Attempt, 'result'> & {
	ending: string | null;
	completedAt: string | null;
	success: boolean | null;
	scaled: number | null;
	earnedOn: string | null;
};

function toAttempt(row: Row): Attempt {
	const { id, personId, guestId, course, module, revision, length, ending, completedAt, success, scaled, earnedOn } =
		row;
	const earned = ending !== null && completedAt !== null && earnedOn !== null;
	const result = earned ? { ending, completedAt, success, scaled, revision: earnedOn } : null;
	return { id, personId, guestId, course, module, revision, length, result };
}
