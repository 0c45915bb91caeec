import { endsAt, type Walk } from './walk.ts';

/** Numbers to sum along a way: for being at a configuration, and for taking its nth edge. */
export type Weights = { at: (configuration: number) => number; along: (configuration: number, edge: number) => number };

/** The greatest sum along any way to an ending on which no configuration comes twice; -Infinity where none ends. */
export function longestWay(walk: Walk, weights: Weights): number {
	const { configurations } = walk;
	const best = new Float64Array(configurations.length).fill(Number.NaN);
	const isOpen = new Uint8Array(configurations.length);
	const work = [{ at: 0, next: 0 }];
	isOpen[0] = 1;
	while (work.length > 0) {
		const frame = work.at(-1)!;
		const { edges } = configurations[frame.at]!;
		const edge = edges[frame.next++];
		if (edge) {
			// A way back to where one has been is not longer, only round.
			if (isOpen[edge.to] || !Number.isNaN(best[edge.to]!)) continue;
			isOpen[edge.to] = 1;
			work.push({ at: edge.to, next: 0 });
			continue;
		}
		let most = endsAt(walk, frame.at) ? 0 : -Infinity;
		for (const [index, { to }] of edges.entries())
			if (!isOpen[to]) most = Math.max(most, weights.along(frame.at, index) + best[to]!);
		best[frame.at] = weights.at(frame.at) + most;
		isOpen[frame.at] = 0;
		work.pop();
	}
	return best[0]!;
}

/**
 * Per configuration the smallest sum from there to an ending, for weights ≥ 0; Infinity where no ending can be reached.
 */
export function shortestFromEach(walk: Walk, weights: Weights): Float64Array {
	const { configurations } = walk;
	const before: [from: number, edge: number][][] = configurations.map(() => []);
	for (const [from, { edges }] of configurations.entries())
		for (const [index, { to }] of edges.entries()) before[to]!.push([from, index]);
	const least = new Float64Array(configurations.length).fill(Infinity);
	let waiting = new Set<number>();
	for (const index of configurations.keys())
		if (endsAt(walk, index)) {
			least[index] = weights.at(index);
			waiting.add(index);
		}
	while (waiting.size > 0) {
		const now = waiting;
		waiting = new Set();
		for (const to of now)
			for (const [from, edge] of before[to]!) {
				const sum = weights.at(from) + weights.along(from, edge) + least[to]!;
				if (sum < least[from]!) {
					least[from] = sum;
					waiting.add(from);
				}
			}
	}
	return least;
}
