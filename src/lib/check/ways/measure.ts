import { endsAt, type Walk } from './walk.ts';

/** Numbers to sum along a way: for being at a configuration, and for taking its nth edge. */
export type Weights = { at: (configuration: number) => number; along: (configuration: number, edge: number) => number };

/**
 * The greatest sum along any way to an ending; -Infinity where none ends. Steps that lead back to where one has been are
 * left out: such a way is not longer, only round.
 */
export function longestWay(walk: Walk, weights: Weights): number {
	const { configurations, endsFirst } = walk;
	const best = new Float64Array(configurations.length).fill(-Infinity);
	const isDone = new Uint8Array(configurations.length);
	for (const at of endsFirst) {
		let most = endsAt(walk, at) ? 0 : -Infinity;
		const { edges } = configurations[at]!;
		for (let edge = 0; edge < edges.length; edge += 1) {
			const { to } = edges[edge]!;
			if (isDone[to]) most = Math.max(most, weights.along(at, edge) + best[to]!);
		}
		best[at] = weights.at(at) + most;
		isDone[at] = 1;
	}
	return best[0]!;
}

/**
 * Per configuration the smallest sum from there to an ending, for weights ≥ 0; Infinity where no ending can be reached.
 * One pass does it for a story without circles; circles take one more each time they shorten something.
 */
export function shortestFromEach(walk: Walk, weights: Weights): Float64Array {
	const { configurations, endsFirst } = walk;
	const least = new Float64Array(configurations.length).fill(Infinity);
	let hasChanged = true;
	while (hasChanged) {
		hasChanged = false;
		for (const at of endsFirst) {
			let sum = endsAt(walk, at) ? 0 : Infinity;
			const { edges } = configurations[at]!;
			for (let edge = 0; edge < edges.length; edge += 1)
				sum = Math.min(sum, weights.along(at, edge) + least[edges[edge]!.to]!);
			sum += weights.at(at);
			if (sum < least[at]!) {
				least[at] = sum;
				hasChanged = true;
			}
		}
	}
	return least;
}
