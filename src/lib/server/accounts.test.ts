import { describe, expect, it } from 'vitest';
import { newPerson, password, presenceOf } from '../../../tests/support/people.ts';
import { testApp, type TestApp } from '../../../tests/support/test-app.ts';
import { changePassword, deleteAccount, exportAccount } from './account.ts';
import { openAttempt } from './attempts.ts';
import { attempts, journal, people, sessions, setupLinks } from './db/schema.ts';
import { keepNote } from './journal.ts';
import { isPassword } from './passwords.ts';
import { changeRole, removePerson } from './people.ts';
import { readSession, sweepSessions } from './sessions.ts';
import { makeFirstAdministratorLink, makeInvitation, makePasswordLink, readSetupLink } from './setup-links.ts';
import { signIn, signOut, signOutEverywhere } from './sign-in.ts';
import { setPasswordByLink, signUp } from './sign-up.ts';
import { saveSiteSettings } from './site-settings.ts';

const address = '192.0.2.7';
const asking = { address, presence: null };
const typed = (login: string, link: string | null) => ({ link, login, displayName: 'Ana', password, language: 'en' });
const signInAs = (app: TestApp, login: string, typedPassword = password) =>
	signIn(app, { login, password: typedPassword, isRemembered: false }, asking);

describe('the first administrator', () => {
	it('signs up by a link that works once, and no other is made afterwards', async () => {
		const app = await testApp();
		const link = (await makeFirstAdministratorLink(app))!;
		const signedUp = await signUp(app, typed('Ana@Example.org', link), asking);
		expect(signedUp.ok).toBe(true);
		expect(app.store.db.select().from(people).get()).toMatchObject({ login: 'ana@example.org', role: 'administrator' });
		expect(await signUp(app, typed('ben', link), asking)).toEqual({ ok: false, reason: 'link' });
		expect(await makeFirstAdministratorLink(app)).toBeNull();
	});

	it('is one person, even when the link is used twice at once', async () => {
		const app = await testApp();
		const link = (await makeFirstAdministratorLink(app))!;
		const both = await Promise.all([signUp(app, typed('ana', link), asking), signUp(app, typed('ben', link), asking)]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('uses the newest link: those of earlier starts are void', async () => {
		const app = await testApp();
		const [older, newer] = [(await makeFirstAdministratorLink(app))!, (await makeFirstAdministratorLink(app))!];
		expect(await readSetupLink(app, older)).toBeNull();
		expect(await readSetupLink(app, newer)).toMatchObject({ role: 'administrator' });
	});
});

describe('signing up', () => {
	it('keeps no link and no session in a form that could be used', async () => {
		const app = await testApp();
		const link = await makeInvitation(app, { role: 'learner', note: 'for Ben' });
		const { session } = await newPerson(app, 'ana');
		const kept = JSON.stringify([
			app.store.db.select().from(setupLinks).all(),
			app.store.db.select().from(sessions).all()
		]);
		expect(kept).not.toContain(link);
		expect(kept).not.toContain(session.id);
	});

	it('keeps a link whose form had a mistake in it', async () => {
		const app = await testApp();
		const link = await makeInvitation(app, { role: 'learner', note: '' });
		const short = await signUp(app, { ...typed('ana', link), password: 'short', displayName: ' ' }, asking);
		expect(short).toEqual({
			ok: false,
			reason: 'fields',
			problems: { password: 'password-too-short', displayName: 'name-missing' }
		});
		await newPerson(app, 'ana');
		expect(await signUp(app, typed('ANA ', link), asking)).toEqual({ ok: false, reason: 'login-taken' });
		expect((await signUp(app, typed('ben', link), asking)).ok).toBe(true);
	});

	it('refuses a link that is too old', async () => {
		const app = await testApp();
		const link = await makeInvitation(app, { role: 'learner', note: '' });
		app.pass(15 * 24 * 60 * 60 * 1000);
		expect(await signUp(app, typed('ana', link), asking)).toEqual({ ok: false, reason: 'link' });
	});

	it('is by invitation unless the site says otherwise, and then makes learners', async () => {
		const app = await testApp();
		expect(await signUp(app, typed('ana', null), asking)).toEqual({ ok: false, reason: 'link' });
		await saveSiteSettings(app, { openSignUp: true });
		expect((await signUp(app, typed('ana', null), asking)).ok).toBe(true);
		expect(app.store.db.select().from(people).get()?.role).toBe('learner');
	});
});

describe('signing in', () => {
	it('stores argon2id', async () => {
		const app = await testApp();
		await newPerson(app, 'ana');
		expect(app.store.db.select().from(people).get()?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it('answers an unknown login like a wrong password, in about the same time', async () => {
		const app = await testApp();
		await newPerson(app, 'ana');
		expect(await signInAs(app, 'nobody')).toEqual({ ok: false, reason: 'wrong' });
		expect(await signInAs(app, 'ana', 'not the password')).toEqual({ ok: false, reason: 'wrong' });
		const hash = app.store.db.select().from(people).get()!.passwordHash;
		const took = async (kept: string | undefined) => {
			const from = performance.now();
			await isPassword('not the password', kept);
			return performance.now() - from;
		};
		let [known, unknown] = [Infinity, Infinity];
		// By turns, so that a busy machine slows both.
		for (let round = 0; round < 12; round += 1) {
			known = Math.min(known, await took(hash));
			unknown = Math.min(unknown, await took(undefined));
		}
		expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2);
	});

	it('slows guessing down per login and address, and lets others in', async () => {
		const app = await testApp();
		await newPerson(app, 'ana');
		await newPerson(app, 'ben');
		const answers = [];
		for (let guess = 0; guess < 11; guess += 1) answers.push(await signInAs(app, 'ana', `guess number ${guess}`));
		expect(answers.slice(0, 10).every((answer) => !answer.ok && answer.reason === 'wrong')).toBe(true);
		expect(answers[10]).toMatchObject({ ok: false, reason: 'slow-down', retryAfterSeconds: expect.any(Number) });
		expect(await signInAs(app, 'ana')).toMatchObject({ reason: 'slow-down' });
		expect(await signInAs(app, 'ben')).toMatchObject({ ok: true });
		const elsewhere = { address: '198.51.100.9', presence: null };
		const there = await signIn(app, { login: 'ana', password, isRemembered: false }, elsewhere);
		expect(there.ok).toBe(true);
	});

	it('cannot be barred for everybody by somebody who guesses from one address', async () => {
		const app = await testApp();
		await newPerson(app, 'ana');
		const from = (at: string) => signIn(app, { login: 'ana', password: 'a guess', isRemembered: false }, asked(at));
		const asked = (at: string) => ({ address: at, presence: null });
		for (let guess = 0; guess < 150; guess += 1) await from('198.51.100.9');
		expect((await signInAs(app, 'ana')).ok).toBe(true);
		for (let guess = 0; guess < 100; guess += 1) await from(`203.0.113.${guess}`);
		expect(await from('203.0.113.200')).toMatchObject({ reason: 'slow-down' });
	});

	it('gives a new session and ends the one before', async () => {
		const app = await testApp();
		const { session, presence } = await newPerson(app, 'ana');
		const signedIn = await signIn(app, { login: 'ana', password, isRemembered: true }, { address, presence });
		if (!signedIn.ok) throw new Error('could not sign in');
		expect(signedIn.session.id).not.toBe(session.id);
		expect(await readSession(app.store, session.id)).toBeNull();
		expect((await presenceOf(app, signedIn.session)).person).toMatchObject({ login: 'ana' });
	});

	it('ends with signing out, here or everywhere', async () => {
		const app = await testApp();
		const { presence, personId } = await newPerson(app, 'ana');
		const [second, third] = [await signInAs(app, 'ana'), await signInAs(app, 'ana')];
		if (!second.ok || !third.ok) throw new Error('could not sign in');
		await signOut(app, presence);
		expect(await readSession(app.store, presence.sessionId)).toBeNull();
		await signOutEverywhere(app, personId);
		expect(await readSession(app.store, second.session.id)).toBeNull();
		expect(await readSession(app.store, third.session.id)).toBeNull();
	});

	it('knows no session that has ended, and forgets it', async () => {
		const app = await testApp();
		const { session } = await newPerson(app, 'ana');
		app.store.db
			.update(sessions)
			.set({ expiresAt: new Date(Date.now() - 1) })
			.run();
		expect(await readSession(app.store, session.id)).toBeNull();
		await sweepSessions(app.store, new Date());
		expect(app.store.db.select().from(sessions).all()).toEqual([]);
	});
});

describe('one’s own account', () => {
	it('changes its password only with the old one, and ends all other sessions', async () => {
		const app = await testApp();
		const { presence } = await newPerson(app, 'ana');
		const other = await signInAs(app, 'ana');
		const wrong = await changePassword(
			app,
			presence,
			{ password: 'wrong', newPassword: 'a new long password' },
			address
		);
		expect(wrong).toEqual({ ok: false, reason: 'wrong-password' });
		const changed = await changePassword(app, presence, { password, newPassword: 'a new long password' }, address);
		if (!changed.ok || !other.ok) throw new Error('could not change it');
		expect(await readSession(app.store, other.session.id)).toBeNull();
		expect(await readSession(app.store, presence.sessionId)).toBeNull();
		expect(await readSession(app.store, changed.session.id)).not.toBeNull();
		expect(await signInAs(app, 'ana')).toEqual({ ok: false, reason: 'wrong' });
	});

	it('voids with a change of its password the links that would set another', async () => {
		const app = await testApp();
		const { presence, personId } = await newPerson(app, 'ana');
		const link = (await makePasswordLink(app, personId))!;
		expect((await changePassword(app, presence, { password, newPassword: 'a new long password' }, address)).ok).toBe(
			true
		);
		expect(await setPasswordByLink(app, { link, password: 'somebody else’s' }, asking)).toMatchObject({
			reason: 'link'
		});
	});

	it('gets a new password by a one-time link, which ends every session', async () => {
		const app = await testApp();
		const { presence, personId } = await newPerson(app, 'ana');
		const link = (await makePasswordLink(app, personId))!;
		expect(await signUp(app, typed('ben', link), asking)).toEqual({ ok: false, reason: 'link' });
		const set = await setPasswordByLink(app, { link, password: 'a new long password' }, asking);
		expect(set.ok).toBe(true);
		expect(await readSession(app.store, presence.sessionId)).toBeNull();
		expect((await signInAs(app, 'ana', 'a new long password')).ok).toBe(true);
		expect(await setPasswordByLink(app, { link, password: 'yet another password' }, asking)).toMatchObject({
			reason: 'link'
		});
	});

	it('goes with all that belongs to it', async () => {
		const app = await testApp();
		const { presence, owner, personId } = await newPerson(app, 'ana');
		await openAttempt(app, owner, 'sample-course', 'sample');
		await keepNote(app, personId, { moduleTitle: 'A', prompt: 'B', text: 'mine' });
		expect(await deleteAccount(app, presence, 'wrong password', address)).toMatchObject({ reason: 'wrong-password' });
		expect(await deleteAccount(app, presence, password, address)).toEqual({ ok: true });
		for (const table of [people, attempts, journal, sessions])
			expect(app.store.db.select().from(table).all()).toEqual([]);
	});

	it('can be taken away as data, without password or session', async () => {
		const app = await testApp();
		const { owner, personId, session } = await newPerson(app, 'ana');
		await openAttempt(app, owner, 'sample-course', 'sample');
		await keepNote(app, personId, { moduleTitle: 'A', prompt: 'B', text: 'mine' });
		const exported = await exportAccount(app, personId);
		expect(exported).toMatchObject({
			account: { login: 'ana', role: 'learner' },
			attempts: [{ module: 'sample', decisions: [] }],
			journal: [{ text: 'mine' }]
		});
		expect(JSON.stringify(exported)).not.toMatch(new RegExp(`argon2|${session.id}`));
	});

	it('of the last administrator stays, and stays one', async () => {
		const app = await testApp();
		const { presence, personId } = await newPerson(app, 'ana', { role: 'administrator' });
		expect(await deleteAccount(app, presence, password, address)).toEqual({ ok: false, reason: 'last-administrator' });
		expect(await changeRole(app, personId, 'learner')).toEqual({ ok: false, reason: 'last-administrator' });
		expect(await removePerson(app, personId)).toEqual({ ok: false, reason: 'last-administrator' });
		await newPerson(app, 'ben', { role: 'administrator' });
		expect(await removePerson(app, personId)).toEqual({ ok: true });
	});
});
