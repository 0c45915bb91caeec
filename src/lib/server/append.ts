import type { Entry } from '#lib/scenario/module.ts';
import type { Refusal } from '#lib/scenario/play.ts';
import { earn } from '#lib/scenario/earn.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { sameEntry } from '#lib/scenario/log.ts';
import type { Result } from '#lib/scenario/result.ts';
import { eq, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { entriesOf, findAttempt } from './attempts.ts';
import type { Planned } from './commits.ts';
import { findModule } from './courses.ts';
import { isStoreUnavailable, perStore } from './db/open.ts';
import { attempts, decisions, results } from './db/schema.ts';
import { isOwnedBy, type Owner } from './owner.ts';
import { endOf, move, positionOf, type KeptPosition, type Position } from './positions.ts';
import type { Posted } from './posted.ts';

/** What became of posted entries. */
export type Appended =
	/** Kept on the disk. `sequence`: the length of the log up to and including what was posted. */
	| { ok: true; sequence: number; result: Result | null }
	/** Another tab or device has gone another way: its log. */
	| { ok: false; reason: 'conflict'; entries: Entry[] }
	/** Posted for another revision than the one served now, or the module is no longer served. */
	| { ok: false; reason: 'module-changed' }
	/** No such attempt, or somebody else's. */
	| { ok: false; reason: 'no-such-attempt' }
	/** The first entry that does not follow; nothing of the post was kept. */
	| { ok: false; reason: Refusal | 'bad-rewind' | 'too-long'; at: string }
	/** The database is locked, read-only or full; nothing was kept, and the same post may succeed later. */
	| { ok: false; reason: 'unavailable' };

/** The longest log an attempt may have; a module takes eight decisions or so. */
export const longestLog = 2_000;

const queriesOf = perStore(({ db }) => ({
	insert: db
		.insert(decisions)
		.values({
			attemptId: sql.placeholder('attemptId'),
			sequence: sql.placeholder('sequence'),
			entry: sql.placeholder('entry')
		})
		.prepare(),
	// Whose it is, is read each time, and nothing more: the length and the result are cached with the position.
	whose: db
		.select({
			personId: attempts.personId,
			guestId: attempts.guestId,
			course: attempts.course,
			module: attempts.module,
			revision: attempts.revision
		})
		.from(attempts)
		.where(eq(attempts.id, sql.placeholder('id')))
		.prepare()
}));

/**
 * Appends posted entries to an attempt: checks that they follow, derives what is earned, and answers when all is on the
 * disk. Posting the same again changes nothing and gives the same answer.
 */
export async function appendDecisions(app: App, owner: Owner, attemptId: string, posted: Posted): Promise<Appended> {
	try {
		return await app.commits.commit(() => plan(app, owner, attemptId, posted));
	} catch (error) {
		if (!isStoreUnavailable(error)) throw error;
		return { ok: false, reason: 'unavailable' };
	}
}

function plan(app: App, owner: Owner, attemptId: string, posted: Posted): Planned<Appended> {
	const attempt = queriesOf(app.store).whose.get({ id: attemptId });
	if (!attempt || !isOwnedBy(attempt, owner)) return nothing({ ok: false, reason: 'no-such-attempt' });
	const served = findModule(app.courses(), attempt.course, attempt.module);
	if (!served || served.play.revision !== posted.revision) return nothing({ ok: false, reason: 'module-changed' });

	const before = currentPosition(app, attemptId, served.play);
	const overlap = Math.min(posted.entries.length, before.length - posted.sequence);
	if (overlap !== 0) {
		const kept = entriesOf(app, attemptId);
		const agrees = posted.entries
			.slice(0, Math.max(0, overlap))
			.every((entry, index) => sameEntry(entry, kept[posted.sequence + index]!));
		if (overlap < 0 || !agrees) return nothing({ ok: false, reason: 'conflict', entries: kept });
	}
	const news = posted.entries.slice(overlap);
	const sequence = posted.sequence + posted.entries.length;
	if (news.length === 0) return nothing({ ok: true, sequence, result: before.result });

	const moved = moveAll(before, news);
	if (!moved.ok) return nothing(moved);
	const result = earn(served.play, endOf(moved.position), {
		at: app.now().toISOString(),
		passingScaled: served.passingScaled,
		before: before.result
	});
	return {
		answer: { ok: true, sequence, result },
		write: () => {
			insertEntries(app, attemptId, before.length, news);
			if (attempt.revision !== posted.revision) saveRevision(app, attemptId, posted.revision);
			if (result !== null && !isSameResult(result, before.result)) saveResult(app, attemptId, result);
			// Seen by what follows in the same batch. If the batch is rolled back all positions are dropped.
			app.positions.set(attemptId, { ...moved.position, result });
		}
	};
}

function nothing(answer: Appended): Planned<Appended> {
	return { answer, write: null };
}

/**
 * The cached position, else one replayed from the log. This process is the only one that appends; should another have
 * done so nevertheless, the primary key refuses the insert, all positions are dropped and the work is planned once more.
 */
function currentPosition(app: App, attemptId: string, play: PlayModule): KeptPosition {
	const cached = app.positions.get(attemptId);
	if (cached?.play === play) return cached;
	const result = findAttempt(app, attemptId)?.result ?? null;
	const position = { ...positionOf(play, entriesOf(app, attemptId)), result };
	app.positions.set(attemptId, position);
	return position;
}

type MovedAll = { ok: true; position: Position } | Extract<Appended, { at: string }>;

function moveAll(from: Position, entries: Entry[]): MovedAll {
	let position = from;
	for (const entry of entries) {
		const moved = move(position, entry);
		if (!moved.ok) return moved;
		position = moved.position;
	}
	if (position.length > longestLog) return { ok: false, reason: 'too-long', at: endOf(from).at };
	return { ok: true, position };
}

/** The ending, its time and its revision stay as they were first: what can change is the score, and success with it. */
function isSameResult(result: Result, before: Result | null): boolean {
	return before !== null && result.success === before.success && result.scaled === before.scaled;
}

function insertEntries(app: App, attemptId: string, from: number, entries: Entry[]): void {
	const { insert } = queriesOf(app.store);
	for (const [index, entry] of entries.entries()) insert.run({ attemptId, sequence: from + index, entry });
}

function saveRevision(app: App, attemptId: string, revision: string): void {
	app.store.db.update(attempts).set({ revision }).where(eq(attempts.id, attemptId)).run();
}

function saveResult(app: App, attemptId: string, result: Result): void {
	const { ending, completedAt, success, scaled, revision } = result;
	const earned = { ending, completedAt, success, scaled, revision };
	app.store.db
		.insert(results)
		.values({ attemptId, ...earned })
		.onConflictDoUpdate({ target: results.attemptId, set: earned })
		.run();
}
