import type { PlayModule, Points } from '#lib/scenario/module.ts';
import { graphOf, type Graph } from './graph.ts';
import { memoryFor, type Known, type Memory } from './memory.ts';

/** More configurations than this, and the check stops: so entangled a story cannot be overseen by its authors either. */
export const MOST_CONFIGURATIONS = 200_000;

/** One place of the story together with everything that is still asked about later. */
export type Configuration = {
	node: number;
	/** Which variant of the scene's text is shown here; -1 where it has none. */
	variant: number;
	/** The choices offered here, in written order; empty but in a decision. */
	offered: string[];
	/** In a decision one per choice offered, in an activity one per outcome that makes a difference. */
	edges: Edge[];
};

/** One step from a configuration to the next. */
export type Edge = { to: number; choice: string | null; points: Points | null };

/** Every way through a module. The first configuration is the start. */
export type Walk = {
	graph: Graph;
	configurations: Configuration[];
	/** There are more configurations than are walked; what is here is only the beginning. */
	isEntangled: boolean;
	/** All configurations, each behind those it leads to, but for the steps that lead back in a circle. */
	endsFirst: Int32Array;
};

/**
 * Walks every way through a module: exact, since it interprets the chart that is played, and short, since it forgets
 * what nobody asks about any more. Stops at `MOST_CONFIGURATIONS`. Circles without a decision are refused before.
 */
export function walkModule(module: PlayModule): Walk {
	const graph = graphOf(module);
	const memory = memoryFor(module, graph);
	const configurations: Configuration[] = [];
	const knownAt: Known[] = [];
	const numbers = new Map<string, number>();

	const enter = (target: number, before: Known): number => {
		let node = target;
		let known = memory.entering(before, node);
		while (graph.nodes[node]!.kind === 'route') {
			const way = graph.nodes[node]!.ways.find(({ when }) => when === undefined || memory.holds(when, known));
			if (!way) throw new Error(`${module.id}: no way on from the route ${graph.nodes[node]!.id}`);
			node = way.to;
			known = memory.entering(known, node);
		}
		const key = memory.key(known, node);
		const there = numbers.get(key);
		if (there !== undefined) return there;
		numbers.set(key, configurations.length);
		knownAt.push(known);
		return configurations.push({ node, variant: variantShown(graph, memory, node, known), offered: [], edges: [] }) - 1;
	};

	enter(graph.start, memory.start);
	for (let at = 0; at < configurations.length; at += 1) {
		if (configurations.length > MOST_CONFIGURATIONS)
			return { graph, configurations, isEntangled: true, endsFirst: new Int32Array() };
		const configuration = configurations[at]!;
		const known = knownAt[at]!;
		for (const way of graph.nodes[configuration.node]!.ways) {
			if (way.when !== undefined && !memory.holds(way.when, known)) continue;
			if (way.choice !== null) configuration.offered.push(way.choice);
			for (const [outcome, points] of way.outcomes.entries()) {
				const to = enter(way.to, memory.after(known, configuration.node, way, outcome));
				configuration.edges.push({ to, choice: way.choice, points });
			}
		}
	}
	return { graph, configurations, isEntangled: false, endsFirst: orderEndsFirst(configurations) };
}

/** Whether the story ends at a configuration; one without a way on that is no ending is a dead end. */
export function endsAt({ graph, configurations }: Walk, configuration: number): boolean {
	return graph.nodes[configurations[configuration]!.node]!.kind === 'ending';
}

/** The scene of a configuration. */
export function sceneAt({ graph, configurations }: Walk, configuration: number): string {
	return graph.nodes[configurations[configuration]!.node]!.id;
}

function variantShown(graph: Graph, memory: Memory, node: number, known: Known): number {
	return graph.nodes[node]!.variants.findIndex((when) => when === undefined || memory.holds(when, known));
}

/** Depth first, without recursion, since a module may be thousands of scenes deep. */
function orderEndsFirst(configurations: readonly Configuration[]): Int32Array {
	const order = new Int32Array(configurations.length);
	const isSeen = new Uint8Array(configurations.length);
	const work = [{ at: 0, next: 0 }];
	let count = 0;
	isSeen[0] = 1;
	while (work.length > 0) {
		const frame = work.at(-1)!;
		const edge = configurations[frame.at]!.edges[frame.next++];
		if (!edge) {
			order[count++] = frame.at;
			work.pop();
		} else if (!isSeen[edge.to]) {
			isSeen[edge.to] = 1;
			work.push({ at: edge.to, next: 0 });
		}
	}
	return order;
}
