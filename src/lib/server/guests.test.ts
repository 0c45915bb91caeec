import { describe, expect, it } from 'vitest';
import { newPerson, password, presenceOf } from '../../../tests/support/people.ts';
import { sampleCourse } from '../../../tests/support/sample-course.ts';
import { testApp, type TestApp } from '../../../tests/support/test-app.ts';
import { sampleWay } from '../../../tests/server/sample-way.ts';
import type { Decision } from '#lib/scenario/module.ts';
import { appendDecisions } from './append.ts';
import { attemptsOf, findCurrentAttempt, openAttempt, readAttempt } from './attempts.ts';
import { guests } from './db/schema.ts';
import { declineGuestWork, guestWork, startAsGuest, takeOverGuestWork } from './guests.ts';
import type { Owner } from './owner.ts';
import { readSession, sweepSessions } from './sessions.ts';
import { makePasswordLink } from './setup-links.ts';
import { signIn } from './sign-in.ts';
import { setPasswordByLink } from './sign-up.ts';
import { saveSiteSettings } from './site-settings.ts';

const course = sampleCourse();
const { play } = course.modules[0]!;
const way = sampleWay(play);

async function played(app: TestApp, owner: Owner, decisions: Decision[]): Promise<string> {
	const attempt = (await openAttempt(app, owner, 'sample-course', 'sample'))!;
	if (decisions.length > 0)
		expect(
			await appendDecisions(app, owner, attempt.id, { sequence: 0, revision: play.revision, entries: decisions })
		).toMatchObject({ ok: true });
	return attempt.id;
}

async function guest(decisions: Decision[]) {
	const app = await testApp({ courses: [course] });
	const started = await startAsGuest(app, '192.0.2.1');
	if (!started.ok) throw new Error('guests are let in');
	const attemptId = await played(app, { kind: 'guest', id: started.guestId }, decisions);
	return { app, guestId: started.guestId, attemptId, presence: await presenceOf(app, started.session) };
}

describe('a guest', () => {
	it('is offered what was done here also on coming back by a password link', async () => {
		const { app, guestId, presence } = await guest(way.slice(0, 2));
		const { personId } = await newPerson(app, 'ana');
		const link = (await makePasswordLink(app, personId))!;
		const set = await setPasswordByLink(app, { link, password }, { address: '192.0.2.1', presence });
		if (!set.ok) throw new Error('the link is good');
		expect((await presenceOf(app, set.session)).offeredGuestId).toBe(guestId);
	});

	it('is known by a session, has attempts, and is offered them on signing up', async () => {
		const { app, guestId, presence, attemptId } = await guest(way.slice(0, 2));
		expect(presence).toMatchObject({ person: null, guest: { id: guestId } });
		const { presence: ana, owner } = await newPerson(app, 'ana', { presence });
		expect(await readSession(app.store, presence.sessionId)).toBeNull();
		expect(ana.offeredGuestId).toBe(guestId);
		expect(await guestWork(app, guestId)).toMatchObject([{ attemptId, moduleTitle: play.title, isDone: false }]);
		// Nothing moves before "Is this yours?" is answered.
		expect(await readAttempt(app, owner, attemptId)).toBeNull();
	});

	it('whose work is taken over: it moves, with a new session, once', async () => {
		const { app, guestId, presence, attemptId } = await guest(way);
		const { presence: ana, owner } = await newPerson(app, 'ana', { presence });
		const taken = await takeOverGuestWork(app, ana);
		if (!taken.ok) throw new Error('it was offered');
		expect(taken).toMatchObject({ guestId, moved: [{ attemptId, joined: null, isDone: true }] });
		expect(await readSession(app.store, ana.sessionId)).toBeNull();
		expect((await presenceOf(app, taken.session)).offeredGuestId).toBeNull();
		expect((await readAttempt(app, owner, attemptId))?.entries).toEqual(way);
		expect(await takeOverGuestWork(app, ana)).toEqual({ ok: false, reason: 'nothing-offered' });
		expect(app.store.db.select().from(guests).all()).toEqual([]);
		// The attempt goes on under its new owner, and under no other.
		const rewind = { sequence: way.length, revision: play.revision, entries: [{ rewind: 0 }] };
		expect(await appendDecisions(app, { kind: 'guest', id: guestId }, attemptId, rewind)).toMatchObject({ ok: false });
		expect(await appendDecisions(app, owner, attemptId, rewind)).toMatchObject({ ok: true });
	});

	it.each<[string, Decision[], Decision[], 'account' | 'guest']>([
		['the guest’s, which is done', [], way, 'guest'],
		['the account’s, which is done', way, way.slice(0, 1), 'account'],
		['the longer one', way.slice(0, 1), way.slice(0, 2), 'guest'],
		['the account’s where they are alike', way.slice(0, 1), way.slice(0, 1), 'account']
	])(
		'who meets an attempt of the account: both are kept, and goes on with %s',
		async (_which, own, done, goesOnWith) => {
			const { app, presence, attemptId } = await guest(done);
			const before = await newPerson(app, 'ana');
			const ownId = await played(app, before.owner, own);
			const signedIn = await signIn(
				app,
				{ login: 'ana', password, isRemembered: false },
				{ address: '192.0.2.1', presence }
			);
			if (!signedIn.ok) throw new Error('could not sign in');
			const taken = await takeOverGuestWork(app, await presenceOf(app, signedIn.session));
			expect(taken).toMatchObject({ ok: true, moved: [{ attemptId, joined: { goesOnWith } }] });
			expect(
				attemptsOf(app, before.owner)
					.map(({ id }) => id)
					.sort()
			).toEqual([attemptId, ownId].sort());
			expect(findCurrentAttempt(app, before.owner, 'sample-course', 'sample')?.id).toBe(
				goesOnWith === 'guest' ? attemptId : ownId
			);
		}
	);

	it('whose work is declined is forgotten with it', async () => {
		const { app, presence, attemptId } = await guest(way.slice(0, 1));
		const { presence: ben, owner } = await newPerson(app, 'ben', { presence });
		await declineGuestWork(app, ben);
		expect(await takeOverGuestWork(app, ben)).toEqual({ ok: false, reason: 'nothing-offered' });
		expect(await readAttempt(app, owner, attemptId)).toBeNull();
		expect(app.store.db.select().from(guests).all()).toEqual([]);
		expect((await readSession(app.store, ben.sessionId))?.person?.login).toBe('ben');
	});

	it('who decided nothing is offered nothing', async () => {
		const { app, presence } = await guest([]);
		expect((await newPerson(app, 'ana', { presence })).presence.offeredGuestId).toBeNull();
	});

	it('is swept away when no session knows them, and kept while one does', async () => {
		const { app } = await guest(way.slice(0, 1));
		await sweepSessions(app.store, new Date());
		expect(app.store.db.select().from(guests).all()).toHaveLength(1);
		await sweepSessions(app.store, new Date(Date.now() + 31 * 24 * 60 * 60 * 1000));
		expect(app.store.db.select().from(guests).all()).toEqual([]);
	});

	it('is not let in where the site asks for an account', async () => {
		const app = await testApp();
		await saveSiteSettings(app, { guests: false });
		expect(await startAsGuest(app, '192.0.2.1')).toEqual({ ok: false, reason: 'not-offered' });
	});
});
