import { referencesOf, type Condition } from '#lib/course/condition.ts';
import { fitsOf, isActivity, optionsOf, pointsForFitting } from '#lib/scenario/activity.ts';
import type {
	ActionDefinition,
	PlayModule,
	Points,
	StateDefinition,
	TransitionDefinition
} from '#lib/scenario/module.ts';

/** A place of the chart, by number. Routes are nodes here too; the walk never rests in one. */
export type Node = {
	/** The scene’s id; for the route behind a conditional destination, `<scene>` or `<scene>/<choice>` it belongs to. */
	id: string;
	kind: 'decision' | 'activity' | 'walked' | 'route' | 'ending';
	/** Being here is remembered, since a condition asks. */
	visits: boolean;
	ways: Way[];
	/** Conditions that choose between variants of the text. */
	variants: (Condition | undefined)[];
};

/** One way on from a node. */
export type Way = {
	/** The choice; null where there is only one way on, or in a route. */
	choice: string | null;
	when?: Condition;
	to: number;
	/** Remember this choice, since a condition asks. */
	chooses: boolean;
	meters: Points;
	/**
	 * Points for this scene, which replace those of an earlier visit; null leaves them as they are. An activity has one
	 * for each number of items that may fit, fewest first; everything else has one.
	 */
	outcomes: (Points | null)[];
};

/** A module's chart, as numbers to walk on. */
export type Graph = { nodes: Node[]; start: number; nodeOf: (scene: string) => number };

/** Reads the graph out of the compiled chart: the very definition that is played. */
export function graphOf(module: PlayModule): Graph {
	const { story, ...others } = module.definition.states;
	const states: [string, StateDefinition][] = Object.values(story?.states ?? {}).flatMap((chapter) =>
		Object.values(chapter.states ?? {}).map((state): [string, StateDefinition] => [state.id ?? '', state])
	);
	for (const state of Object.values(others)) if (state.type === 'final') states.push([state.id ?? '', state]);

	const numbers = new Map(states.map(([id], index) => [`#${id}`, index]));
	const numberOf = (target: string | undefined) => {
		const number = numbers.get(target ?? '');
		if (number === undefined) throw new Error(`${module.id}: the chart has no state ${target}`);
		return number;
	};
	const nodes = states.map(([stateId, state]) => nodeFor(stateId, state, module, numberOf));
	const first = story?.states?.[story.initial ?? ''];
	return {
		nodes,
		start: numberOf(`#scene:${first?.initial ?? ''}`),
		nodeOf: (scene) => numberOf(`#scene:${scene}`)
	};
}

/** Every condition that is asked at a node: by its ways and by its text. */
export function conditionsAt(node: Node): Condition[] {
	return [...node.ways.map(({ when }) => when), ...node.variants].filter((when) => when !== undefined);
}

/** What every condition of the chart asks about. */
export function askedIn(graph: Graph): ReturnType<typeof referencesOf> {
	return graph.nodes.flatMap((node) => conditionsAt(node).flatMap(referencesOf));
}

function nodeFor(
	stateId: string,
	state: StateDefinition,
	module: PlayModule,
	numberOf: (target: string | undefined) => number
): Node {
	const id = stateId.slice(stateId.indexOf(':') + 1);
	const scene = stateId.startsWith('scene:') ? module.scenes[id] : undefined;
	const visits = (state.entry ?? []).some(({ type }) => type === 'visit');
	const base = { id, visits, variants: (scene?.text ?? []).map(({ when }) => when) };
	if (state.type === 'final') return { ...base, kind: 'ending', ways: [] };
	if (state.always) return { ...base, kind: 'route', ways: state.always.map((way) => wayOf(null, way, numberOf)) };

	const events = Object.entries(state.on ?? {}).filter(([event]) => !event.startsWith('aside.'));
	const ways = events.map(([event, way]) => {
		const on = wayOf(event.startsWith('choose.') ? event.slice('choose.'.length) : null, way, numberOf);
		return isActivity(scene) ? { ...on, outcomes: outcomesOf(scene, way.actions ?? []) } : on;
	});
	return { ...base, kind: isActivity(scene) ? 'activity' : scene?.kind === 'decision' ? 'decision' : 'walked', ways };
}

function wayOf(
	choice: string | null,
	way: TransitionDefinition,
	numberOf: (target: string | undefined) => number
): Way {
	const effect = (way.actions ?? []).find((action) => action.type === 'choose')?.params;
	return {
		choice,
		...(way.guard && { when: way.guard.params.condition }),
		to: numberOf(way.target),
		chooses: effect?.choice !== undefined,
		meters: effect?.meters ?? {},
		outcomes: [effect?.points ?? null]
	};
}

/** Points for each number of fitting items that can be given, fewest first. */
function outcomesOf(scene: Parameters<typeof optionsOf>[0], actions: ActionDefinition[]): (Points | null)[] {
	const most = actions.find((action) => action.type === 'grade')?.params.most;
	if (!most) return [null];
	const fits = fitsOf(scene);
	const items = optionsOf(scene);
	const always = items.filter(([item, options]) => options.every((option) => fits[item]?.includes(option))).length;
	const able = items.filter(([item]) => (fits[item]?.length ?? 0) > 0).length;
	const outcomes: Points[] = [];
	for (let fitting = always; fitting <= able; fitting += 1)
		outcomes.push(pointsForFitting(most, fitting, items.length));
	return outcomes.filter((points, index) => JSON.stringify(points) !== JSON.stringify(outcomes[index - 1]));
}
