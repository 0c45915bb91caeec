import { describe, expect, it } from 'vitest';
import { compileSample } from '../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../tests/support/sample-file.ts';
import { bestResponse, isActivity, worstResponse } from './activity.ts';
import { anotherWay } from './another-way.ts';
import { earn } from './earn.ts';
import { createModuleMachine } from './machine.ts';
import { moments } from './moments.ts';
import type { Decision, Entry, Response } from './module.ts';
import { advance, decide, offered, start } from './play.ts';
import { replay } from './replay.ts';
import { scoreModule } from './score.ts';
import { textFor } from './text.ts';
import { createActor } from 'xstate';

const module = compileSample(sampleFile());
const sorting = module.scenes.sorting;
if (!isActivity(sorting)) throw new Error('the sample has an activity called sorting');
const sorted: Decision = { scene: 'sorting', response: bestResponse(sorting) };
const good: Decision[] = [
	{ scene: 'first', choice: 'ask' },
	sorted,
	{ scene: 'flagged', choice: 'together' },
	{ scene: 'last', choice: 'stay' }
];

describe('play', () => {
	it('walks passages to the first decision', () => {
		const { state, passed } = advance(module, start(module));
		expect(state.scene).toBe('first');
		expect(passed.map((visit) => visit.scene)).toEqual(['arrive']);
	});

	it.each(['fly', '', 'xstate.stop', 'xstate.done.state.story', '__proto__', 'constructor', 'toString'])(
		'refuses %j, which the scene does not offer',
		(choice) => {
			expect(decide(module, start(module), { scene: 'first', choice })).toEqual({ ok: false, reason: 'not-offered' });
		}
	);

	it('refuses a decision for a scene one is not at, and a response where a choice is asked', () => {
		expect(decide(module, start(module), { scene: 'last', choice: 'stay' })).toEqual({ ok: false, reason: 'not-here' });
		expect(decide(module, start(module), { scene: 'first', response: {} })).toEqual({
			ok: false,
			reason: 'not-offered'
		});
	});

	it.each<Response>([{}, { lifts: 'shared' }, { lifts: 'moon', pills: 'other', walks: 'peer' }])(
		'refuses the response %j, which does not answer every item with one of its groups',
		(response) => {
			const at = replay(module, good.slice(0, 1)).state;
			expect(decide(module, at, { scene: 'sorting', response })).toEqual({ ok: false, reason: 'bad-response' });
		}
	);

	it('offers a choice with a condition only where it holds', () => {
		expect(offered(module, replay(module, good.slice(0, 3)).state)).toEqual(['stay', 'leave', 'thank']);
		const told: Decision[] = [{ scene: 'first', choice: 'tell' }, { scene: 'repair', choice: 'sorry' }, sorted];
		const before = replay(module, [...told, { scene: 'flagged', choice: 'alone' }]).state;
		expect(offered(module, before)).toEqual(['stay', 'leave']);
		expect(decide(module, before, { scene: 'last', choice: 'thank' })).toEqual({ ok: false, reason: 'not-offered' });
	});

	it('asks a destination’s condition after the choice’s own effects', () => {
		const repaired = replay(module, [
			{ scene: 'first', choice: 'tell' },
			{ scene: 'repair', choice: 'sorry' }
		]);
		expect(repaired.visits.map((visit) => visit.scene)).toEqual(['arrive', 'first', 'repair', 'sorting']);
	});

	it('keeps meters within their bounds', () => {
		const back: Entry[] = [];
		for (let round = 0; round < 6; round += 1)
			back.push({ scene: 'first', choice: 'tell' }, { scene: 'repair', choice: 'back' });
		expect(replay(module, back).facts.meters).toEqual({ trust: 0 });
	});

	it('returns from an aside to the scene it was opened in, by history', () => {
		const actor = createActor(createModuleMachine(module.definition)).start();
		actor.send({ type: 'next' });
		actor.send({ type: 'aside.who' });
		expect(actor.getSnapshot().value).toEqual({ asides: 'who' });
		actor.send({ type: 'return' });
		expect(actor.getSnapshot().value).toEqual({ story: { monday: 'first' } });
	});
});

describe('score', () => {
	it('is full when every need is met, and counts only the latest visit of a scene', () => {
		expect(scoreModule(module, replay(module, good).facts)).toEqual({ scaled: 1, objectives: { ask: 1, explain: 1 } });
		const erredThenRecovered: Decision[] = [
			{ scene: 'first', choice: 'tell' },
			{ scene: 'repair', choice: 'back' },
			...good
		];
		expect(scoreModule(module, replay(module, erredThenRecovered).facts).scaled).toBe(1);
	});

	it('takes back the points of an earlier visit when the latest choice earns none', () => {
		const file = sampleFile();
		delete file.chapters[0]!.scenes.first!.choices!.tell!.score;
		file.chapters[1]!.scenes.last!.choices!.round = { say: 'Begin again.', to: 'arrive' };
		const round = compileSample(file);
		const twice: Decision[] = [
			...good.slice(0, 3),
			{ scene: 'last', choice: 'round' },
			{ scene: 'first', choice: 'tell' }
		];
		expect(scoreModule(round, replay(round, twice).facts).objectives.ask).toBe(0);
	});

	it('gives an activity the share of items that fit, in whole points', () => {
		const badly = replay(module, [good[0]!, { scene: 'sorting', response: worstResponse(sorting) }]);
		expect(badly.facts.points.sorting).toEqual({ explain: 0 });
		const half = replay(module, [
			good[0]!,
			{ scene: 'sorting', response: { lifts: 'shared', pills: 'peer', walks: 'shared' } }
		]);
		expect(half.facts.points.sorting).toEqual({ explain: 1 });
	});
});

describe('earn', () => {
	const at = '2026-11-22T07:00:00.000Z';
	const weak: Decision[] = [
		{ scene: 'first', choice: 'tell' },
		{ scene: 'repair', choice: 'sorry' },
		{ scene: 'sorting', response: worstResponse(sorting) },
		{ scene: 'flagged', choice: 'alone' },
		{ scene: 'last', choice: 'leave' }
	];

	it('completes at any ending, with no score where no passing score is set', () => {
		expect(earn(module, replay(module, weak), { at, passingScaled: null, before: null })).toEqual({
			ending: 'other',
			completedAt: at,
			success: null,
			scaled: null,
			revision: module.revision
		});
	});

	it('lets practice turn failed into passed, and never the reverse', () => {
		const failed = earn(module, replay(module, weak), { at, passingScaled: 0.5, before: null });
		expect(failed).toMatchObject({ success: false, scaled: 0 });
		const later = { at: '2026-12-01T07:00:00.000Z', passingScaled: 0.5 };
		const passed = earn(module, replay(module, good), { ...later, before: failed });
		expect(passed).toMatchObject({ success: true, scaled: 1, completedAt: at, ending: 'other' });
		expect(earn(module, replay(module, weak), { ...later, before: passed })).toEqual(passed);
	});
});

describe('the debrief', () => {
	it('groups moments by objective and lists a scene once, as it last went', () => {
		const way = replay(module, [{ scene: 'first', choice: 'tell' }, { scene: 'repair', choice: 'back' }, ...good]);
		const groups = moments(module, way);
		expect(groups.map((group) => group.objective?.id)).toEqual(['ask']);
		expect(groups[0]?.moments.map(({ scene, said, decisionIndex }) => ({ scene, said, decisionIndex }))).toEqual([
			{ scene: 'first', said: 'Ask.', decisionIndex: 2 }
		]);
	});

	it('shows another way up to the next decision without saving it', () => {
		const seen = anotherWay(module, good, 0, 'tell');
		expect(seen.map((visit) => visit.scene)).toEqual(['repair']);
		expect(anotherWay(module, good, 0, 'fly')).toEqual([]);
	});

	it('picks a text by what was known when it was met', () => {
		const closing = module.chapters[0]?.closing ?? [];
		expect(textFor(closing, replay(module, good).facts)).toBe('<p>They wave.</p>');
		expect(textFor(closing, start(module).facts)).toBe('<p>They nod.</p>');
	});
});

it('compiles the script to decisions that reach an ending', () => {
	expect(replay(module, module.script).ended).toBe('good');
});
