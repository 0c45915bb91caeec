import fc from 'fast-check';
import type { Destination, ModuleFile, SceneFile } from '#lib/course/module-schema.ts';
import { isActivity, optionsOf } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { offered } from '#lib/scenario/play.ts';
import { replay } from '#lib/scenario/replay.ts';
import { compileSample } from './compile-sample.ts';

/**
 * Legal modules of 3 to 14 scenes of every kind, with meters, conditions, routes and decisions that lead back.
 * Passages and routes lead only onwards, as the check demands; every scene can reach an ending.
 */
export const arbitraryModule: fc.Arbitrary<PlayModule> = fc
	.array(
		fc.record({
			kind: fc.constantFrom('passage', 'decision', 'decision', 'sort', 'select', 'reword', 'rate', 'route'),
			targets: fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }),
			backward: fc.boolean(),
			meters: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
			conditional: fc.boolean()
		}),
		{ minLength: 3, maxLength: 14 }
	)
	.map((plans) => {
		const name = (index: number) => (index >= plans.length ? 'the-end' : `s${index}`);
		const onwards = (index: number, by: number) => name(index + 1 + (by % Math.max(1, plans.length - index)));
		const scenes: Record<string, SceneFile> = {};
		for (const [index, plan] of plans.entries()) {
			const [first = 0, second = 0, third = 0] = plan.targets;
			const next: Destination = plan.conditional
				? [{ when: 'trust >= 3 or not visited s0', to: onwards(index, first) }, { to: onwards(index, second) }]
				: onwards(index, first);
			scenes[name(index)] = { title: `Scene ${index}`, text: 'Text.', ...kindOf(plan, next, index) };
			if (plan.kind === 'route')
				scenes[name(index)] = {
					route: [{ when: 'chose s0/a or score skill >= 2', to: onwards(index, first) }, { to: onwards(index, third) }]
				};
		}
		scenes.s0 = { title: 'Scene 0', text: 'Text.', ...kindOf({ ...plans[0]!, kind: 'decision' }, onwards(0, 0), 0) };
		return compileSample({ ...frame(), chapters: [{ id: 'only', title: 'Only', part: 1, scenes }] });

		function kindOf(plan: (typeof plans)[number], next: Destination, index: number): Partial<SceneFile> {
			const [first = 0, second = 0] = plan.targets;
			if (plan.kind === 'decision')
				return {
					choices: {
						a: { say: 'A', to: onwards(index, first), meters: { trust: plan.meters[0]! }, score: { skill: 1 } },
						b: { say: 'B', to: plan.backward ? name(second % (index + 1)) : next, meters: { trust: plan.meters[1]! } },
						c: { say: 'C', to: onwards(index, second), ...(plan.conditional && { when: 'trust >= 2' }) }
					}
				};
			if (plan.kind === 'sort')
				return {
					sort: {
						ask: 'Where?',
						into: { x: 'X', y: 'Y', z: 'Z' },
						items: items(1 + (second % 5), () => ({ in: 'x' }))
					},
					score: { skill: 2 },
					next
				};
			if (plan.kind === 'select')
				return { select: { ask: 'Which?', options: items(2, (odd) => ({ applies: odd })) }, next };
			if (plan.kind === 'reword')
				return {
					reword: {
						ask: 'Say it better',
						document: 'A {phrase: i0} note.',
						phrases: { i0: { text: 'odd', keep: { fits: false }, options: { p: { say: 'P', fits: true } } } }
					},
					next
				};
			if (plan.kind === 'rate') return { rate: { ask: 'How?', low: 'low', high: 'high', steps: 5 }, next };
			return { next };
		}
	});

/** A legal log of a module: each number picks among what is offered at that point; it stops at an ending. */
export function playedBy(module: PlayModule, picks: number[]): Decision[] {
	const way: Decision[] = [];
	for (const pick of picks) {
		const now = replay(module, way);
		if (now.ended !== null) break;
		const scene = module.scenes[now.at];
		if (isActivity(scene)) {
			const response = optionsOf(scene).map(([item, options], index): [string, string] => [
				item,
				options[(pick + index) % options.length]!
			]);
			way.push({ scene: now.at, response: Object.fromEntries(response) });
		} else {
			const choices = offered(module, now.state);
			way.push({ scene: now.at, choice: choices[pick % choices.length]! });
		}
	}
	return way;
}

/** Numbers for `playedBy`. */
export const arbitraryPicks = fc.array(fc.nat(11), { maxLength: 24 });

function items<T>(count: number, rest: (odd: boolean) => T): Record<string, { text: string } & T> {
	return Object.fromEntries(
		Array.from({ length: count }, (_, index) => [`i${index}`, { text: `Item ${index}`, ...rest(index % 2 === 1) }])
	);
}

function frame(): Omit<ModuleFile, 'chapters'> {
	return {
		id: 'random',
		title: 'Random',
		summary: 'Made by fast-check.',
		you_are: 'You',
		minutes: 1,
		content_notes: [],
		start: 's0',
		objectives: { skill: { text: 'Skill', need: 2 } },
		meters: { trust: { label: 'Trust', from: 0, to: 5, start: 2, bands: { low: 0, high: 3 } } },
		endings: { 'the-end': { title: 'The end', text: 'Done.' } },
		script: ['s0/a'],
		reflection: { ask: 'And now?' },
		next_shift: 'One thing.'
	};
}
