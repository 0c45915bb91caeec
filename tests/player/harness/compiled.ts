import { rendererFor } from '#lib/course/markdown.ts';
import { moduleSchema } from '#lib/course/module-schema.ts';
import { settingsSchema } from '#lib/course/settings-schema.ts';
import { compileModule, revisionOf } from '#lib/scenario/compile.ts';
import type { PathLayout, PlayModule } from '#lib/scenario/module.ts';
import { start, advance, decide, offered } from '#lib/scenario/play.ts';
import { bestResponse, isActivity, worstResponse } from '#lib/scenario/activity.ts';
import { sample } from './sample.ts';

/** The sample, compiled as a course would be, with a plain layout of its path map. Node only. */
export function compiledSample(): PlayModule {
	const file = moduleSchema.parse(sample);
	const module = compileModule(file, {
		course: 'trial',
		language: 'en',
		cast: {},
		render: rendererFor(settingsSchema.parse({})),
		evidence: {
			claims: new Map([
				[
					'role-gap-filling',
					{
						id: 'role-gap-filling',
						statement: '',
						theme: '',
						audience: [],
						strength: 'One case study of 19 staff, echoed in a review; not measured.',
						strength_level: 'limited',
						sources: [{ id: 'byrne-2018', section: 'Results' }],
						via: ['a-study-2017']
					}
				]
			]),
			sources: new Map([
				[
					'byrne-2018',
					{
						id: 'byrne-2018',
						title: 'A study of peer roles (made up for this sample)',
						authors: ['A Byrne', 'B Roennfeldt', 'C O’Shea'],
						year: 2018,
						doi: '10.0000/sample'
					}
				],
				[
					'reeves-2024',
					{
						id: 'reeves-2024',
						title: 'A review (made up for this sample)',
						authors: ['V Reeves', 'M Loughhead', 'C Halpin'],
						year: 2024
					}
				],
				[
					'a-study-2017',
					{
						id: 'a-study-2017',
						title: 'A study inside the review (made up for this sample)',
						authors: ['A Study'],
						year: 2017,
						reviewed_in: 'reeves-2024'
					}
				]
			])
		},
		revision: revisionOf(file)
	});
	return { ...module, map: plainLayout(module) };
}

/** Scenes in rows by their distance from the start; for trials only. */
function plainLayout(module: PlayModule): PathLayout {
	const rows = new Map<string, number>();
	const edges = new Map<string, { from: string; to: string }>();
	const waiting: { state: ReturnType<typeof start>; row: number; from: string | null }[] = [
		{ state: start(module), row: 0, from: null }
	];
	while (waiting.length > 0) {
		const { state, row, from } = waiting.pop()!;
		if (from) edges.set(`${from} ${state.scene}`, { from, to: state.scene });
		if ((rows.get(state.scene) ?? -1) >= row) continue;
		rows.set(state.scene, row);
		const scene = module.scenes[state.scene];
		const decisions = isActivity(scene)
			? [bestResponse(scene), worstResponse(scene)].map((response) => ({ scene: state.scene, response }))
			: offered(module, state).map((choice) => ({ scene: state.scene, choice }));
		for (const decision of decisions) {
			const decided = decide(module, state, decision);
			if (decided.ok) waiting.push({ state: decided.state, row: row + 1, from: state.scene });
		}
		if (decisions.length === 0 && !state.ended) {
			const [, second] = [...advance(module, state).passed, advance(module, state).state];
			if (second) waiting.push({ state: second, row: row + 1, from: state.scene });
		}
	}
	const perRow = new Map<number, string[]>();
	for (const [scene, row] of rows) perRow.set(row, [...(perRow.get(row) ?? []), scene]);
	const nodes = Object.fromEntries(
		[...rows].map(([scene, row]) => {
			const peers = perRow.get(row)!;
			return [scene, { x: 100 + (peers.indexOf(scene) - (peers.length - 1) / 2) * 60, y: 20 + row * 56 }];
		})
	);
	return { width: 200, height: 40 + Math.max(...rows.values()) * 56, nodes, edges: [...edges.values()] };
}
