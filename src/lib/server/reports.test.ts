import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleWay } from '../../../tests/server/sample-way.ts';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { newPerson } from '../../../tests/support/people.ts';
import { sampleCourse } from '../../../tests/support/sample-course.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { testApp, type TestApp } from '../../../tests/support/test-app.ts';
import { appendDecisions } from './append.ts';
import { beginAgain, openAttempt } from './attempts.ts';
import { csv } from './csv.ts';
import { enrol, enrolmentsOf } from './enrolments.ts';
import { myCourses } from './home.ts';
import { dayOf } from './ids.ts';
import { changeNote, deleteNote, keepNote, readJournal } from './journal.ts';
import type { Owner } from './owner.ts';
import { completionCsv, completionTable } from './reports.ts';

const second = compileSample({ ...sampleFile(), id: 'second', title: 'The second' });
const first = compileSample(sampleFile());
const course = sampleCourse([first, second]);

async function play(app: TestApp, owner: Owner, module: typeof first, decisions = sampleWay(module)): Promise<void> {
	const attempt = (await openAttempt(app, owner, 'sample-course', module.id))!;
	const answer = await appendDecisions(app, owner, attempt.id, {
		sequence: 0,
		revision: module.revision,
		entries: decisions
	});
	expect(answer).toMatchObject({ ok: true });
}

async function asked(app: TestApp, personId: string, dueDay: string | null) {
	return enrol(app, { personId, course: 'sample-course', dueDay, assignedBy: personId, unreviewedDecision: 'A trial' });
}

describe('the completion table', () => {
	it('shows who was asked and who has finished what, with days, and nobody else', async () => {
		const app = await testApp({ courses: [course] });
		const today = dayOf(app.now());
		const [ana, ben] = [await newPerson(app, 'ana'), await newPerson(app, 'ben')];
		await newPerson(app, 'cem');
		await play(app, ana.owner, first);
		await asked(app, ben.personId, '2030-01-31');
		const done = { doneOn: today, success: null, scaled: null };
		expect((await completionTable(app, 'sample-course'))?.people).toEqual([
			expect.objectContaining({ login: 'ana', isEnrolled: false, dueDay: null, done: [done, null], isComplete: false }),
			expect.objectContaining({ login: 'ben', isEnrolled: true, dueDay: '2030-01-31', done: [null, null] })
		]);
		expect(await completionTable(app, 'no-such-course')).toBeNull();
	});

	it('keeps the first day when a module is begun again', async () => {
		const app = await testApp({ courses: [course] });
		const { owner } = await newPerson(app, 'ana');
		const day = dayOf(app.now());
		await play(app, owner, first);
		app.pass(3 * 24 * 60 * 60 * 1000);
		await beginAgain(app, owner, 'sample-course', 'sample');
		await play(app, owner, first);
		expect((await completionTable(app, 'sample-course'))?.people[0]?.done[0]?.doneOn).toBe(day);
	});

	it('tells passed from finished where a passing score is set, and keeps passed', async () => {
		const app = await testApp({ courses: [sampleCourse([first], { passingScaled: 1 })] });
		const { owner } = await newPerson(app, 'ana');
		await play(app, owner, first);
		const cell = (await completionTable(app, 'sample-course'))?.people[0]?.done[0];
		expect(cell?.success).toBeTypeOf('boolean');
		expect(cell?.scaled).toBeGreaterThanOrEqual(0);
	});

	it('holds no choice and no attempt', async () => {
		const app = await testApp({ courses: [course] });
		const { owner } = await newPerson(app, 'ana');
		await play(app, owner, first);
		const text = JSON.stringify(await completionTable(app, 'sample-course'));
		for (const choice of ['"ask"', 'sorting', 'together', 'ending', 'attempt']) expect(text).not.toContain(choice);
	});

	it('leaves as CSV that no spreadsheet runs', async () => {
		const app = await testApp({ courses: [course] });
		const { owner } = await newPerson(app, '=cmd|x');
		await play(app, owner, first);
		const table = (await completionTable(app, 'sample-course'))!;
		const text = completionCsv(table, { name: 'Name', login: 'Login', due: 'Due', done: (title) => `${title}: done` });
		expect(text).toBe(
			`\uFEFF"Name","Login","Due","A sample: done","The second: done"\r\n"'=cmd|x","'=cmd|x","","${dayOf(app.now())}",""\r\n`
		);
	});
});

describe('CSV', () => {
	it('doubles quotes and keeps commas and line ends inside fields', () => {
		expect(csv([['a "b"', 'c,d', 'e\r\nf']])).toBe('\uFEFF"a ""b""","c,d","e\r\nf"\r\n');
	});

	it.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '\u0000=1', '＝1'])('disarms %j', (text) => {
		expect(csv([[text]])).toContain(`"'`);
	});

	it('disarms what becomes a formula where a spreadsheet splits at semicolons or tabs', () => {
		expect(csv([['a;=1+1;b', 'a\t@b', 'a; -1']])).toBe(`\uFEFF"a;'=1+1;b","a\t'@b","a;' -1"\r\n`);
	});

	it.each(['Ana', 'a;b', "O'Neil", 'a=b', '2030-01-31', 'Zoë-Marie', ''])('leaves %j alone', (text) => {
		expect(csv([[text]])).toBe(`\uFEFF"${text}"\r\n`);
	});
});

describe('assigning a course', () => {
	it('asks for a recorded decision where no peer worker has reviewed it', async () => {
		const app = await testApp({ courses: [course] });
		const { personId } = await newPerson(app, 'ana');
		const ask = { personId, course: 'sample-course', dueDay: null, assignedBy: personId };
		expect(await enrol(app, { ...ask, unreviewedDecision: ' ' })).toEqual({ ok: false, reason: 'unreviewed' });
		expect(await enrol(app, { ...ask, unreviewedDecision: 'Agreed by the board' })).toMatchObject({ ok: true });
		await app.serve([{ ...course, reviewed: true }]);
		expect(await enrol(app, { ...ask, unreviewedDecision: null })).toMatchObject({ ok: true });
		expect(await enrolmentsOf(app, personId)).toMatchObject([{ unreviewedDecision: null }]);
	});

	it.each([
		['2030-02-30', 'bad-day'],
		['soon', 'bad-day']
	])('refuses the day %s', async (dueDay, reason) => {
		const app = await testApp({ courses: [course] });
		const { personId } = await newPerson(app, 'ana');
		expect(await asked(app, personId, dueDay)).toEqual({ ok: false, reason });
	});

	it('refuses people and courses that are not there', async () => {
		const app = await testApp({ courses: [course] });
		expect(await asked(app, 'nobody', null)).toEqual({ ok: false, reason: 'no-such-person' });
	});
});

describe('the home page', () => {
	it('shows a visitor what there is', async () => {
		const app = await testApp({ courses: [course] });
		expect(await myCourses(app, null)).toMatchObject([
			{ asked: null, next: 'sample', isComplete: false, modules: [{ progress: 'not-started', place: null }, {}] }
		]);
	});

	it('shows where I am, what is next, and what is done since when', async () => {
		const app = await testApp({ courses: [course] });
		const { owner, personId } = await newPerson(app, 'ana');
		await asked(app, personId, '2020-01-01');
		await play(app, owner, first, sampleWay(first).slice(0, 1));
		const parts = Math.max(...first.chapters.map(({ part }) => part));
		expect(await myCourses(app, owner)).toMatchObject([
			{
				asked: { dueDay: '2020-01-01', isOverdue: true },
				next: 'sample',
				modules: [{ progress: 'started', place: { part: 1, parts, sceneTitle: expect.any(String) }, done: null }, {}]
			}
		]);
		await beginAgain(app, owner, 'sample-course', 'sample');
		await play(app, owner, first);
		expect(await myCourses(app, owner)).toMatchObject([
			{ next: 'second', modules: [{ progress: 'done', place: null }, {}] }
		]);
		await play(app, owner, second);
		expect(await myCourses(app, owner)).toMatchObject([
			{ next: null, isComplete: true, doneOn: dayOf(app.now()), asked: { isOverdue: false } }
		]);
	});
});

describe('the journal', () => {
	const note = { moduleTitle: 'A sample', prompt: 'And now?', text: 'only mine' };

	it('is read, changed and thrown away by its owner alone', async () => {
		const app = await testApp();
		const [ana, ben] = [await newPerson(app, 'ana'), await newPerson(app, 'ben')];
		const kept = await keepNote(app, ana.personId, note);
		if (!kept.ok) throw new Error('it was not kept');
		expect(await readJournal(app, ana.personId)).toEqual([{ id: kept.id, day: dayOf(app.now()), ...note }]);
		expect(await readJournal(app, ben.personId)).toEqual([]);
		expect(await changeNote(app, ben.personId, kept.id, 'theirs')).toBe(false);
		expect(await deleteNote(app, ben.personId, kept.id)).toBe(false);
		expect(await changeNote(app, ana.personId, kept.id, 'changed')).toBe(true);
		expect(await deleteNote(app, ana.personId, kept.id)).toBe(true);
	});

	it('keeps nothing empty and nothing endless', async () => {
		const app = await testApp();
		const { personId } = await newPerson(app, 'ana');
		expect(await keepNote(app, personId, { ...note, text: ' \n' })).toEqual({ ok: false, reason: 'empty' });
		expect(await keepNote(app, personId, { ...note, text: 'x'.repeat(20_001) })).toEqual({
			ok: false,
			reason: 'too-long'
		});
	});

	it('is known to no other file than its own, the schema and the owner’s account', () => {
		const mention = readdirSync(import.meta.dirname)
			.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
			.filter((name) =>
				/\bjournal\b.*from|from '.\/journal/.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
			);
		expect(mention.sort()).toEqual(['account.ts', 'journal.ts']);
	});
});
