import type { Entry } from '#lib/scenario/module.ts';
import type { Refusal } from '#lib/scenario/play.ts';
import { earn } from '#lib/scenario/earn.ts';
import { advance } from '#lib/scenario/play.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { sameEntry } from '#lib/scenario/log.ts';
import type { Result } from '#lib/scenario/result.ts';
import { eq, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { entriesOf, findAttempt, type Attempt } from './attempts.ts';
import type { Planned } from './commits.ts';
import { findModule } from './courses.ts';
import { isStoreUnavailable, perStore } from './db/open.ts';
import { attempts, decisions, results } from './db/schema.ts';
import { isOwnedBy, type Owner } from './owner.ts';
import { move, positionOf, type Position } from './positions.ts';
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
	const attempt = findAttempt(app, attemptId);
	if (!attempt || !isOwnedBy(attempt, owner)) return nothing({ ok: false, reason: 'no-such-attempt' });
	const served = findModule(app.courses(), attempt.course, attempt.module);
	if (!served || served.play.revision !== posted.revision) return nothing({ ok: false, reason: 'module-changed' });

	const before = currentPosition(app, attempt, served.play);
	const overlap = Math.min(posted.entries.length, attempt.length - posted.sequence);
	const agrees =
		overlap >= 0 &&
		posted.entries
			.slice(0, overlap)
			.every((entry, index) => sameEntry(entry, before.entries[posted.sequence + index]!));
	if (!agrees) return nothing({ ok: false, reason: 'conflict', entries: [...before.entries] });

	const news = posted.entries.slice(overlap);
	const sequence = posted.sequence + posted.entries.length;
	if (news.length === 0) return nothing({ ok: true, sequence, result: attempt.result });
	const moved = moveAll(served.play, before, news);
	if (!moved.ok) return nothing(moved);
	const { position } = moved;
	const result = earn(served.play, endOf(served.play, position), {
		at: app.now().toISOString(),
		passingScaled: served.passingScaled,
		before: attempt.result
	});
	return {
		answer: { ok: true, sequence, result },
		write: () => {
			write(app, attempt, news, served.play.revision, result);
			// Visible to what follows in the same batch; all positions are dropped if the batch is rolled back.
			app.positions.set(attempt.id, position);
		}
	};
}

function nothing(answer: Appended): Planned<Appended> {
	return { answer, write: null };
}

/** The cached position if it is that of the stored log, else one replayed from it. */
function currentPosition(app: App, attempt: Attempt, play: PlayModule): Position {
	const cached = app.positions.get(attempt.id);
	// Logs only grow: the same length is the same log.
	if (cached?.revision === play.revision && cached.entries.length === attempt.length) return cached;
	const position = positionOf(play, entriesOf(app, attempt.id));
	app.positions.set(attempt.id, position);
	return position;
}

type MovedAll = { ok: true; position: Position } | Extract<Appended, { at: string }>;

function moveAll(play: PlayModule, from: Position, entries: Entry[]): MovedAll {
	let position = from;
	for (const entry of entries) {
		const moved = move(play, position, entry);
		if (!moved.ok) return moved;
		position = moved.position;
	}
	if (position.entries.length > longestLog) return { ok: false, reason: 'too-long', at: endOf(play, from).scene };
	return { ok: true, position };
}

function endOf(play: PlayModule, { states, entries }: Position) {
	if (states === null) {
		const { ended, facts, at } = replay(play, [...entries]);
		return { ended, facts, scene: at };
	}
	const { scene, facts, ended } = advance(play, states[states.length - 1]!).state;
	return { ended: ended ? scene : null, facts, scene };
}

function write(app: App, attempt: Attempt, entries: Entry[], revision: string, result: Result | null): void {
	const { db } = app.store;
	const { insert } = queriesOf(app.store);
	for (const [index, entry] of entries.entries())
		insert.run({ attemptId: attempt.id, sequence: attempt.length + index, entry });
	if (revision !== attempt.revision) db.update(attempts).set({ revision }).where(eq(attempts.id, attempt.id)).run();
	if (result !== null && !isSameResult(result, attempt.result)) {
		const earned = {
			ending: result.ending,
			completedAt: result.completedAt,
			success: result.success,
			scaled: result.scaled,
			revision: result.revision
		};
		db.insert(results)
			.values({ attemptId: attempt.id, ...earned })
			.onConflictDoUpdate({ target: results.attemptId, set: earned })
			.run();
	}
}

function isSameResult(left: Result, right: Result | null): boolean {
	return (
		right !== null &&
		left.ending === right.ending &&
		left.success === right.success &&
		left.scaled === right.scaled &&
		left.completedAt === right.completedAt
	);
}
