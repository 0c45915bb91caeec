import { graphOf } from '#lib/check/ways/graph.ts';
import type { PathLayout, PlayModule } from '#lib/scenario/module.ts';
import { keptHash, keptOrMade } from './kept.ts';

/** Goes up whenever the same module would be laid out differently, so that kept layouts are made anew. */
const layoutVersion = 1;

/** A drawing of the path map is this wide, in units of its own; the height follows from the story's length. */
const WIDTH = 200;
/** Between one row of scenes and the next. */
const ROW = 24;

/**
 * The path map of a module, from the cache where this revision was laid out before.
 * @param cacheDir where layouts are kept; null lays it out every time
 */
export async function loadPathMap(module: PlayModule, cacheDir: string | null): Promise<PathLayout> {
	const hash = keptHash([layoutVersion, module.course, module.id, module.revision]);
	const text = await keptOrMade({
		cacheDir,
		name: `map-${hash}.json`,
		isWhole: isPathLayout,
		make: async () => JSON.stringify(await layOutPathMap(module))
	});
	return JSON.parse(text) as PathLayout;
}

/**
 * Lays out a module's path map: scenes as points, top to bottom, routes resolved. The same module gives the same map.
 * elkjs is large and slow to start, so it is loaded only when a map is really made.
 */
async function layOutPathMap(module: PlayModule): Promise<PathLayout> {
	const edges = pathEdges(module);
	const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
	const laidOut = await new Elk().layout({
		id: 'map',
		layoutOptions: {
			'elk.algorithm': 'layered',
			'elk.direction': 'DOWN',
			'elk.layered.spacing.nodeNodeBetweenLayers': '16',
			'elk.spacing.nodeNode': '16',
			'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
			'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
			'elk.randomSeed': '1'
		},
		children: Object.keys(module.scenes).map((id) => ({ id, width: 8, height: 8 })),
		edges: edges.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] }))
	});
	const placed = (laidOut.children ?? []).map(({ id, x = 0, y = 0 }) => ({ id, x, y }));
	const rows = [...new Set(placed.map(({ y }) => Math.round(y)))].sort((left, right) => left - right);
	const widest = Math.max(1, ...placed.map(({ x }) => x));
	// A narrow story stands in the middle instead of being pulled apart.
	const scale = Math.min(2, (WIDTH - 20) / widest);
	const margin = (WIDTH - widest * scale) / 2;
	return {
		width: WIDTH,
		height: rows.length * ROW,
		nodes: Object.fromEntries(
			placed.map(({ id, x, y }) => [
				id,
				{ x: Math.round(margin + x * scale), y: rows.indexOf(Math.round(y)) * ROW + ROW / 2 }
			])
		),
		edges
	};
}

/** Which scene can follow which, each pair once, in the order of the scenes; what lies behind a route is followed. */
export function pathEdges(module: PlayModule): PathLayout['edges'] {
	const { nodes } = graphOf(module);
	const after = (node: number, seen: Set<number>): string[] => {
		if (seen.has(node)) return [];
		seen.add(node);
		const { kind, id, ways } = nodes[node]!;
		return kind === 'route' ? ways.flatMap(({ to }) => after(to, seen)) : [id];
	};
	return nodes.flatMap(({ id, kind, ways }) =>
		kind === 'route' ? [] : [...new Set(ways.flatMap(({ to }) => after(to, new Set())))].map((to) => ({ from: id, to }))
	);
}

function isPathLayout(text: string): boolean {
	try {
		const layout = JSON.parse(text) as Partial<PathLayout> | null;
		return Array.isArray(layout?.edges) && typeof layout.nodes === 'object';
	} catch {
		// Cut or garbled: it is laid out anew.
		return false;
	}
}
