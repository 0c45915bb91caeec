import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestResponse, isActivity, worstResponse } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule, Scene } from '#lib/scenario/module.ts';
import { advance, decide, offered, start, type PlayState } from '#lib/scenario/play.ts';
import { scoreModule } from '#lib/scenario/score.ts';
import { arbitraryModule } from '../../../../tests/support/arbitrary-module.ts';
import { compileSample } from '../../../../tests/support/compile-sample.ts';
import { sampleFile } from '../../../../tests/support/sample-file.ts';
import { decisionsOn } from './figures.ts';
import { canShowAll } from './points.ts';
import { MOST_CONFIGURATIONS, sceneAt, walkModule } from './walk.ts';

/** Everything there is to find by playing: far slower than the walk, and as sure as play itself. */
type Played = {
	scenes: Set<string>;
	choices: Set<string>;
	isComplete: boolean;
	canShowAll: boolean;
	fewest: number;
};

const MOST_STATES = 1500;

function playEverything(module: PlayModule): Played {
	const played: Played = {
		scenes: new Set(),
		choices: new Set(),
		isComplete: true,
		canShowAll: false,
		fewest: Infinity
	};
	// An activity is a step and no decision: a state may be met again later on a way of fewer decisions.
	const seen = new Map<string, number>();
	let waiting: { state: PlayState; decided: number }[] = [{ state: start(module), decided: 0 }];
	while (waiting.length > 0) {
		const now = waiting;
		waiting = [];
		for (const { state, decided } of now) {
			const { state: here, passed } = advance(module, state);
			for (const { scene } of [...passed, here]) played.scenes.add(scene);
			const key = JSON.stringify([here.scene, here.facts]);
			if ((seen.get(key) ?? Infinity) <= decided) continue;
			if (seen.set(key, decided).size > MOST_STATES) return { ...played, isComplete: false };
			if (here.ended) {
				played.fewest = Math.min(played.fewest, decided);
				if (scoreModule(module, here.facts).scaled === 1) played.canShowAll = true;
				continue;
			}
			for (const choice of offered(module, here)) played.choices.add(`${here.scene}/${choice}`);
			for (const decision of decisionsAt(module, here)) {
				const next = decide(module, here, decision);
				if (next.ok) waiting.push({ state: next.state, decided: decided + ('choice' in decision ? 1 : 0) });
			}
		}
	}
	return played;
}

function decisionsAt(module: PlayModule, here: PlayState): Decision[] {
	const scene = module.scenes[here.scene];
	if (!isActivity(scene)) return offered(module, here).map((choice) => ({ scene: here.scene, choice }));
	return responsesTo(scene).map((response) => ({ scene: here.scene, response }));
}

/** One response for each number of items that fit: nothing else tells them apart. */
function responsesTo(scene: Extract<Scene, { kind: 'sort' | 'select' | 'reword' }>): Record<string, string>[] {
	const best = bestResponse(scene);
	const worst = worstResponse(scene);
	const items = Object.keys(best);
	return [0, ...items.keys()].map((_, count) =>
		Object.fromEntries(items.map((item, index) => [item, (index < count ? best[item] : worst[item]) ?? '']))
	);
}

it('finds exactly the scenes, choices and shortest ways that playing finds', () => {
	let compared = 0;
	fc.assert(
		fc.property(arbitraryModule, (module) => {
			const walk = walkModule(module);
			const played = playEverything(module);
			const scenes = new Set(walk.configurations.map((_, index) => sceneAt(walk, index)));
			const choices = new Set(
				walk.configurations.flatMap((one, index) => one.offered.map((choice) => `${sceneAt(walk, index)}/${choice}`))
			);
			expect([...scenes]).toEqual(expect.arrayContaining([...played.scenes]));
			expect([...choices]).toEqual(expect.arrayContaining([...played.choices]));
			if (!played.isComplete) return;
			compared += 1;
			expect([...scenes].sort()).toEqual([...played.scenes].sort());
			expect([...choices].sort()).toEqual([...played.choices].sort());
			if (played.fewest < Infinity) expect(decisionsOn(walk).fewest).toBe(played.fewest);
			expect(canShowAll(walk, module.objectives, 0)).toBe(played.canShowAll);
		}),
		{ numRuns: 150 }
	);
	expect(compared).toBeGreaterThan(20);
});

it('stops where more situations are possible than anybody could oversee', () => {
	const file = sampleFile();
	const many = 20;
	const decision = (index: number) => ({
		title: `Scene ${index}`,
		text: 'Text.',
		choices: Object.fromEntries(
			['a', 'b'].map((id) => [id, { say: id, to: index + 1 < many ? `s${index + 1}` : 'all' }])
		)
	});
	const asked = Array.from({ length: many }, (_, index) => `chose s${index}/a`).join(' and ');
	const ending = Object.keys(file.endings)[0]!;
	const module = compileSample({
		...file,
		start: 's0',
		chapters: [
			{
				id: 'only',
				title: 'Only',
				part: 1,
				scenes: {
					...Object.fromEntries(Array.from({ length: many }, (_, index) => [`s${index}`, decision(index)])),
					all: { route: [{ when: asked, to: ending }, { to: ending }] }
				}
			}
		],
		script: ['s0/a']
	});
	const walk = walkModule(module);
	expect(walk.isEntangled).toBe(true);
	expect(walk.configurations.length).toBeLessThan(MOST_CONFIGURATIONS + 10);
});
