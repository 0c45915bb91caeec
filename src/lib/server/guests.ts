import { eq } from 'drizzle-orm';
import type { App } from './app.ts';
import { attemptsOf, type Attempt } from './attempts.ts';
import { findCourse, findModule } from './courses.ts';
import { attempts, guests, sessions } from './db/schema.ts';
import { dayOf, hashSecret, newId } from './ids.ts';
import { rotateSession, type NewSession, type Presence } from './sessions.ts';
import { readSiteSettings } from './site-settings.ts';

/** What became of trying without an account. */
export type GuestStarted =
	| { ok: true; session: NewSession; guestId: string }
	/** The organisation asks for an account. */
	| { ok: false; reason: 'not-offered' }
	| { ok: false; reason: 'slow-down'; retryAfterSeconds: number };

/** Lets somebody try a course without an account: known by a session that ends with the browser. */
export async function startAsGuest(app: App, address: string): Promise<GuestStarted> {
	if (!(await readSiteSettings(app)).guests) return { ok: false, reason: 'not-offered' };
	const allowed = await app.limits.tryGuest(address);
	if (!allowed.ok) return { ok: false, reason: 'slow-down', retryAfterSeconds: allowed.retryAfterSeconds };
	return app.store.transact(() => {
		const guestId = newId();
		app.store.db
			.insert(guests)
			.values({ id: guestId, startedDay: dayOf(app.now()) })
			.run();
		const session = rotateSession(
			app.store,
			null,
			{ kind: 'guest', id: guestId },
			{
				isRemembered: false,
				offeredGuestId: null,
				now: app.now()
			}
		);
		return { ok: true, session, guestId };
	});
}

/** One module a guest has worked on. */
export type GuestWork = {
	attemptId: string;
	course: string;
	module: string;
	/** As now served, else its id. */
	moduleTitle: string;
	courseTitle: string;
	isDone: boolean;
};

/** What a guest has done, for "Done here today: … Is this yours?". Empty where nothing was decided. */
export async function guestWork(app: App, guestId: string): Promise<GuestWork[]> {
	return attemptsOf(app, { kind: 'guest', id: guestId })
		.filter((attempt) => attempt.length > 0)
		.map(({ id, course, module, result }) => ({
			attemptId: id,
			course,
			module,
			moduleTitle: findModule(app.courses(), course, module)?.play.title ?? module,
			courseTitle: findCourse(app.courses(), course)?.title ?? course,
			isDone: result !== null
		}));
}

/** The guest whose work to offer to whoever signs in on this browser; null where there is none. Synchronous. */
export function offerOf(app: App, presence: Presence | null): string | null {
	const guestId = presence?.guest?.id ?? presence?.offeredGuestId;
	if (!guestId) return null;
	return attemptsOf(app, { kind: 'guest', id: guestId }).some((attempt) => attempt.length > 0) ? guestId : null;
}

/** What became of a guest’s work. */
export type TakenOver =
	| {
			ok: true;
			session: NewSession;
			guestId: string;
			/**
			 * What moved. `joined`: the account had an attempt at the module already; both are kept, one goes on
			 * (`goesOnWith`), and the one that got furthest counts. Tell the person.
			 */
			moved: (GuestWork & { joined: null | { goesOnWith: 'account' | 'guest' } })[];
	  }
	/** Nothing is offered to this session (any more). */
	| { ok: false; reason: 'nothing-offered' };

/** "Yes, this is mine": moves the offered guest's attempts to the account, in one transaction, with a new session. */
export async function takeOverGuestWork(app: App, presence: Presence): Promise<TakenOver> {
	const { person } = presence;
	if (!person) return { ok: false, reason: 'nothing-offered' };
	const titles = new Map(
		presence.offeredGuestId === null
			? []
			: (await guestWork(app, presence.offeredGuestId)).map((work) => [work.attemptId, work])
	);
	return app.store.transact((): TakenOver => {
		const guestId = readOffer(app, presence.sessionId);
		if (!guestId) return { ok: false, reason: 'nothing-offered' };
		const mine = attemptsOf(app, { kind: 'person', id: person.id });
		const moved = attemptsOf(app, { kind: 'guest', id: guestId }).flatMap((attempt) => {
			if (attempt.length === 0) return [];
			const current = mine.find(
				(own) => own.isCurrent && own.course === attempt.course && own.module === attempt.module
			);
			const goesOnWith = current && !isFurther(attempt, current) ? 'account' : 'guest';
			const isCurrent = attempt.isCurrent && goesOnWith === 'guest';
			if (current && isCurrent)
				app.store.db.update(attempts).set({ isCurrent: false }).where(eq(attempts.id, current.id)).run();
			app.store.db
				.update(attempts)
				.set({ personId: person.id, guestId: null, isCurrent })
				.where(eq(attempts.id, attempt.id))
				.run();
			const work = titles.get(attempt.id);
			return work ? [{ ...work, joined: current ? ({ goesOnWith } as const) : null }] : [];
		});
		const session = rotateSession(
			app.store,
			presence.sessionId,
			{ kind: 'person', id: person.id },
			{
				isRemembered: presence.isRemembered,
				offeredGuestId: null,
				now: app.now()
			}
		);
		app.store.db.delete(guests).where(eq(guests.id, guestId)).run();
		return { ok: true, session, guestId, moved };
	});
}

/** "No, this is not mine": the offer goes, and with it what nobody can reach any more. */
export async function declineGuestWork(app: App, presence: Presence): Promise<void> {
	app.store.transact(() => {
		const guestId = readOffer(app, presence.sessionId);
		if (guestId) app.store.db.delete(guests).where(eq(guests.id, guestId)).run();
	});
}

/** Read again inside the transaction: the same offer must not be taken in two tabs. */
function readOffer(app: App, sessionId: string): string | null {
	const row = app.store.db
		.select({ guestId: sessions.offeredGuestId, personId: sessions.personId })
		.from(sessions)
		.where(eq(sessions.idHash, hashSecret(sessionId)))
		.get();
	return row?.personId ? row.guestId : null;
}

/** Finished goes before unfinished, passed before not passed, then the longer log; the account's own wins a tie. */
function isFurther(guest: Attempt, own: Attempt): boolean {
	const rank = ({ result, length }: Attempt) => [result ? 1 : 0, result?.success ? 1 : 0, result?.scaled ?? 0, length];
	const [left, right] = [rank(guest), rank(own)];
	for (const [index, value] of left.entries()) if (value !== right[index]) return value > (right[index] ?? 0);
	return false;
}
