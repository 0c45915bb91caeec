import type { PathLayout, PlayModule } from '#lib/scenario/module.ts';
import type { Visit } from '#lib/scenario/replay.ts';
import { sceneOf } from './pages.ts';

/** Everything the path map draws and lists. */
export type PathDrawing = {
	width: number;
	height: number;
	/** Scenes on the way, named; the others open and unnamed. */
	nodes: { id: string; x: number; y: number; met: boolean; shape: 'scene' | 'decision' | 'ending' }[];
	/** `d` of a path from scene to scene. */
	edges: { id: string; d: string; taken: boolean }[];
	/** The way, scene by scene. */
	steps: { key: number; title: string; again: boolean; decision: boolean }[];
	scenesNotMet: number;
	endingsNotMet: number;
};

/** The path map of a way through a module. */
export function drawPath(module: PlayModule, visits: Visit[]): PathDrawing {
	const met = new Set(visits.map((visit) => visit.scene));
	const taken = new Set(visits.slice(1).map((visit, index) => `${visits[index]?.scene} ${visit.scene}`));
	const { edges, width } = module.map;
	const nodes = stretched(module.map.nodes);
	const height = module.map.height * STRETCH;
	const scenes = Object.values(module.scenes);
	return {
		width,
		height,
		nodes: scenes.flatMap(({ id, kind }) => {
			const place = nodes[id];
			const shape = kind === 'ending' ? 'ending' : kind === 'decision' ? 'decision' : 'scene';
			return place ? [{ id, ...place, met: met.has(id), shape } as const] : [];
		}),
		edges: edges
			.flatMap(({ from, to }) => {
				const [start, end] = [nodes[from], nodes[to]];
				return start && end ? [{ id: `${from} ${to}`, d: curve(start, end), taken: taken.has(`${from} ${to}`) }] : [];
			})
			.sort((left, right) => Number(left.taken) - Number(right.taken)),
		steps: visits.map((visit, key) => ({
			key,
			title: sceneOf(module, visit).title,
			again: visits.slice(0, key).some((earlier) => earlier.scene === visit.scene),
			decision: visit.decision !== null
		})),
		scenesNotMet: scenes.filter(({ id, kind }) => kind !== 'ending' && !met.has(id)).length,
		endingsNotMet: scenes.filter(({ id, kind }) => kind === 'ending' && !met.has(id)).length
	};
}

/** A path map is laid out as wide as it is compact; beside the list of its scenes it stands tall. */
const STRETCH = 2;

function stretched(nodes: PathLayout['nodes']): PathLayout['nodes'] {
	return Object.fromEntries(Object.entries(nodes).map(([id, { x, y }]) => [id, { x, y: y * STRETCH }]));
}

/** Leaves downwards and arrives downwards. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
	const half = (to.y - from.y) / 2;
	return `M${from.x} ${from.y}C${from.x} ${from.y + half} ${to.x} ${to.y - half} ${to.x} ${to.y}`;
}
