import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { newPerson } from '../../../tests/support/people.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { sampleCourse } from '../../../tests/support/sample-course.ts';
import { testApp } from '../../../tests/support/test-app.ts';
import { bestResponse, isActivity } from '#lib/scenario/activity.ts';
import type { Decision, Entry } from '#lib/scenario/module.ts';
import { appendDecisions, longestLog } from './append.ts';
import { beginAgain, findCurrentAttempt, openAttempt, readAttempt } from './attempts.ts';
import { answerDecisions } from './answer-decisions.ts';

const module = compileSample(sampleFile());
const { revision } = module;
const sorting = module.scenes.sorting;
if (!isActivity(sorting)) throw new Error('the sample has an activity called sorting');
const ask: Decision = { scene: 'first', choice: 'ask' };
const sorted: Decision = { scene: 'sorting', response: bestResponse(sorting) };
const together: Decision = { scene: 'flagged', choice: 'together' };
const stay: Decision = { scene: 'last', choice: 'stay' };
const whole: Decision[] = [ask, sorted, together, stay];

async function begun(options: Parameters<typeof testApp>[0] = {}) {
	const app = await testApp(options);
	const { owner } = await newPerson(app, 'ana');
	const attempt = await openAttempt(app, owner, 'sample-course', 'sample');
	if (!attempt) throw new Error('the sample is served');
	const post = (sequence: number, entries: Entry[], on = revision) =>
		appendDecisions(app, owner, attempt.id, { sequence, revision: on, entries });
	const log = async () => (await readAttempt(app, owner, attempt.id))?.entries;
	return { app, owner, id: attempt.id, post, log };
}

describe('appending decisions', () => {
	it('keeps a decision and tells the new length', async () => {
		const { post, log } = await begun();
		expect(await post(0, [ask])).toEqual({ ok: true, sequence: 1, result: null });
		expect(await log()).toEqual([ask]);
	});

	it('earns a result at an ending, and keeps it when the learner goes back', async () => {
		const { post, app, owner } = await begun();
		const completedAt = app.now().toISOString();
		const earned = { ending: 'good', completedAt, success: null, scaled: null, revision };
		const answer = await post(0, whole);
		expect(answer).toEqual({ ok: true, sequence: 4, result: { ...earned, ending: expect.any(String) } });
		app.pass(86_400_000);
		const back = await post(4, [{ rewind: 1 }]);
		expect(back).toEqual({ ...answer, sequence: 5 });
		expect(findCurrentAttempt(app, owner, 'sample-course', 'sample')?.result?.completedAt).toBe(earned.completedAt);
	});

	it('gives the same answer to the same post again, and changes nothing', async () => {
		const { post, log } = await begun();
		const first = await post(0, [ask, sorted]);
		expect(await post(0, [ask, sorted])).toEqual(first);
		expect(await post(0, [ask])).toEqual({ ok: true, sequence: 1, result: null });
		expect(await log()).toEqual([ask, sorted]);
	});

	it('appends only what is new of a post that overlaps what is kept', async () => {
		const { post, log } = await begun();
		await post(0, [ask]);
		expect(await post(0, [ask, sorted, together])).toMatchObject({ ok: true, sequence: 3 });
		expect(await log()).toEqual([ask, sorted, together]);
	});

	it('answers another decision at the same place with its own log', async () => {
		const { post, log } = await begun();
		await post(0, [ask, sorted]);
		const other = Object.keys(module.scenes.first?.kind === 'decision' ? module.scenes.first.choices : {}).find(
			(choice) => choice !== 'ask'
		)!;
		expect(await post(0, [{ scene: 'first', choice: other }])).toEqual({
			ok: false,
			reason: 'conflict',
			entries: [ask, sorted]
		});
		expect(await log()).toEqual([ask, sorted]);
	});

	it('answers a post that leaves a gap with its own log', async () => {
		const { post } = await begun();
		await post(0, [ask]);
		expect(await post(2, [together])).toEqual({ ok: false, reason: 'conflict', entries: [ask] });
	});

	it.each<[string, Entry, string]>([
		['a choice the scene does not offer', { scene: 'first', choice: 'fly' }, 'not-offered'],
		['a scene that is not next', together, 'not-here'],
		['a response to a decision', { scene: 'first', response: { a: 'b' } }, 'not-offered'],
		['a rewind of as much as there is', { rewind: 1 }, 'bad-rewind'],
		['a rewind beyond the way', { rewind: 7 }, 'bad-rewind'],
		['an event of XState', { scene: 'first', choice: 'xstate.stop' }, 'not-offered'],
		['a name every object has', { scene: 'constructor', choice: 'toString' }, 'not-here']
	])('refuses %s and keeps nothing of the post', async (_what, entry, reason) => {
		const { post, log } = await begun();
		expect(await post(0, [entry])).toEqual({ ok: false, reason, at: 'first' });
		expect(await post(0, [ask, sorted, together, { rewind: 0 }, entry])).toMatchObject({ ok: false, at: 'first' });
		expect(await log()).toEqual([]);
	});

	it('refuses decisions after the ending', async () => {
		const { post } = await begun();
		await post(0, whole);
		expect(await post(4, [stay])).toMatchObject({ ok: false, reason: 'ended' });
	});

	it('refuses a post for another revision', async () => {
		const { post } = await begun();
		expect(await post(0, [ask], 'older-one')).toEqual({ ok: false, reason: 'module-changed' });
	});

	it('hides other people’s attempts', async () => {
		const { app, id, log } = await begun();
		const { owner } = await newPerson(app, 'ben');
		const posted = { sequence: 0, revision, entries: [ask] };
		expect(await appendDecisions(app, owner, id, posted)).toEqual({ ok: false, reason: 'no-such-attempt' });
		expect(await appendDecisions(app, { kind: 'guest', id: owner.id }, id, posted)).toMatchObject({ ok: false });
		expect(await appendDecisions(app, owner, 'nosuchattempt', posted)).toMatchObject({ reason: 'no-such-attempt' });
		expect(await readAttempt(app, owner, id)).toBeNull();
		expect(await log()).toEqual([]);
	});

	it('keeps one of two decisions made in two tabs at once, and shows it to the other', async () => {
		const { post, log } = await begun();
		const answers = await Promise.all([
			post(0, [ask]),
			post(0, [ask, sorted]),
			post(0, [{ scene: 'first', choice: 'fly' }])
		]);
		expect(answers).toEqual([
			{ ok: true, sequence: 1, result: null },
			{ ok: true, sequence: 2, result: null },
			{ ok: false, reason: 'conflict', entries: [ask, sorted] }
		]);
		expect(await log()).toEqual([ask, sorted]);
	});

	it('goes on from the log when the cached position is gone', async () => {
		const { app, post, log } = await begun();
		await post(0, [ask, sorted]);
		app.positions.clear();
		expect(await post(2, [{ rewind: 1 }, sorted, together])).toMatchObject({ ok: true, sequence: 5 });
		expect(await log()).toEqual([ask, sorted, { rewind: 1 }, sorted, together]);
	});

	it('bounds the length of a log', async () => {
		const { post } = await begun();
		let sequence = 0;
		for (; sequence < longestLog; sequence += 2)
			expect(await post(sequence, [ask, { rewind: 0 }])).toMatchObject({ ok: true });
		expect(await post(sequence, [ask])).toEqual({ ok: false, reason: 'too-long', at: 'first' });
	});

	it('keeps both attempts when a module is begun again, and the result with the older one', async () => {
		const { app, owner, post, id } = await begun();
		await post(0, whole);
		const again = await beginAgain(app, owner, 'sample-course', 'sample');
		expect(again).toMatchObject({ length: 0, result: null });
		expect(findCurrentAttempt(app, owner, 'sample-course', 'sample')?.id).toBe(again?.id);
		expect((await readAttempt(app, owner, id))?.result?.ending).toBeTypeOf('string');
	});

	it('makes one attempt of a module opened in several tabs at once', async () => {
		const { app, owner } = await begun();
		await beginAgain(app, owner, 'sample-course', 'sample');
		const ids = await Promise.all([1, 2, 3].map(() => openAttempt(app, owner, 'sample-course', 'sample')));
		expect(new Set(ids.map((attempt) => attempt?.id)).size).toBe(1);
	});
});

describe('a log from before an edit', () => {
	it('takes decisions after a rewind as extendLog writes it, and nothing straight behind what is held', async () => {
		const { app, post, log } = await begun();
		await post(0, [ask, sorted, together]);
		const file = sampleFile();
		const scenes = file.chapters[0]!.scenes;
		const edited = compileSample({
			...file,
			chapters: [{ ...file.chapters[0]!, scenes }, ...file.chapters.slice(1)],
			title: 'Edited'
		});
		await app.serve([sampleCourse([edited])]);
		expect(await post(3, [stay])).toEqual({ ok: false, reason: 'module-changed' });
		expect(await post(3, [stay], edited.revision)).toMatchObject({ ok: true, sequence: 4 });
		expect(await log()).toEqual(whole);
	});
});

describe('the answer over HTTP', () => {
	const good = { sequence: 0, revision, entries: [ask] };

	it.each<[string, string]>([
		['no JSON', '{'],
		['an array', '[]'],
		['null', 'null'],
		['a negative sequence', JSON.stringify({ ...good, sequence: -1 })],
		['a broken sequence', JSON.stringify({ ...good, sequence: 0.5 })],
		['a huge sequence', JSON.stringify({ ...good, sequence: 1e15 })],
		['a sequence in words', JSON.stringify({ ...good, sequence: '0' })],
		['no entries', JSON.stringify({ ...good, entries: [] })],
		['too many entries', JSON.stringify({ ...good, entries: Array.from({ length: 201 }, () => ask) })],
		['a broken rewind', JSON.stringify({ ...good, entries: [{ rewind: 1.5 }] })],
		['an entry of two kinds', JSON.stringify({ ...good, entries: [{ ...ask, rewind: 0 }] })],
		['something beside', JSON.stringify({ ...good, role: 'administrator' })],
		[
			'an event of XState',
			JSON.stringify({ ...good, entries: [{ scene: 'first', choice: 'xstate.done.state.story' }] })
		],
		['__proto__ as a choice', JSON.stringify({ ...good, entries: [{ scene: 'first', choice: '__proto__' }] })],
		['very deep JSON', '['.repeat(30_000) + ']'.repeat(30_000)]
	])('refuses %s with 400 and nothing of what was sent', async (_what, body) => {
		const { app, owner, id, log } = await begun();
		const answer = await answerDecisions(app, owner, id, body);
		expect(answer).toEqual({ status: 400, body: { problems: expect.any(Array) } });
		expect(JSON.stringify(answer.body)).not.toMatch(/xstate|administrator/);
		expect(await log()).toEqual([]);
	});

	it('keeps no __proto__, neither in a response nor beside the entries', async () => {
		const { app, owner, id, post, log } = await begun();
		await post(0, [ask]);
		const response = `{"__proto__":"x",${JSON.stringify(bestResponse(sorting)).slice(1)}`;
		const extra = `{"sequence":1,"revision":"${revision}","entries":[{"scene":"sorting","response":${response}}]}`;
		expect((await answerDecisions(app, owner, id, extra)).status).toBeOneOf([200, 400]);
		expect(JSON.stringify(await log())).not.toContain('__proto__');
		const body = `{"__proto__":{"ok":true},"sequence":0,"revision":"${revision}","entries":[{"scene":"first","choice":"ask"}]}`;
		expect((await answerDecisions(app, owner, id, body)).status).toBeOneOf([200, 400]);
		expect(({} as Record<string, unknown>).ok).toBeUndefined();
	});

	it('refuses a huge body, and whoever is not signed in', async () => {
		const { app, owner, id } = await begun();
		expect((await answerDecisions(app, owner, id, ' '.repeat(70_000))).status).toBe(413);
		expect(await answerDecisions(app, null, id, JSON.stringify(good))).toEqual({
			status: 401,
			body: { reason: 'signed-out' }
		});
	});
});

it('never asks a machine whether it can', () => {
	for (const file of ['append.ts', 'positions.ts'])
		expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toMatch(/\.can\(/);
});
