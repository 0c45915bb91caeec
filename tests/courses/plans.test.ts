import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import { isActivity } from '#lib/scenario/activity.ts';
import { decodeLog, encodeLog } from '#lib/scenario/codec.ts';
import type { Decision } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { plansOf, wayOf } from './plans.ts';

const { courses, problems } = await loadCatalogue({
	coursesDir: 'courses',
	cacheDir: join(tmpdir(), 'alongside-test-cache')
});
const modules = courses.flatMap((course) => course.modules.map((module) => module.play));

it('loads every course of the repository without an error', () => {
	expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
	expect(modules.length).toBeGreaterThan(0);
});

describe.each(modules.map((module) => ({ module, name: `${module.course}/${module.id}` })))('$name', ({ module }) => {
	const plans = plansOf(module);

	it.each(plans)('$name: ends at $ends, straight through and resumed after each decision', ({ take, ends }) => {
		const way = wayOf(module, take);
		expect(replay(module, way).ended).toBe(ends);
		let kept: Decision[] = [];
		for (const decision of way) {
			const decoded = decodeLog(module, encodeLog(module, [...kept, decision]));
			expect(decoded.notice).toBe(null);
			kept = decoded.way;
			expect(replay(module, kept)).toMatchObject({ held: [], skipped: [] });
		}
		expect(kept).toEqual(way);
		expect(replay(module, kept).ended).toBe(ends);
	});

	it('has a plan to every ending', () => {
		const endings = Object.values(module.scenes).flatMap((scene) => (scene.kind === 'ending' ? [scene.id] : []));
		expect(new Set(plans.map((plan) => plan.ends))).toEqual(new Set(endings));
	});

	it('has every choice taken and every activity answered by some plan', () => {
		const taken = new Set(plans.flatMap((plan) => wayOf(module, plan.take).map(nameOf)));
		const all = Object.values(module.scenes).flatMap((scene) => {
			if (scene.kind === 'decision') return Object.keys(scene.choices).map((choice) => `${scene.id}/${choice}`);
			return isActivity(scene) ? [scene.id] : [];
		});
		expect(all.filter((name) => !taken.has(name))).toEqual([]);
	});
});

function nameOf(decision: Decision): string {
	return 'choice' in decision ? `${decision.scene}/${decision.choice}` : decision.scene;
}
