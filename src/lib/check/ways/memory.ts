import { referencesOf, type Condition } from '#lib/course/condition.ts';
import { compares } from '#lib/scenario/condition.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { circlesIn } from './components.ts';
import { askedIn, conditionsAt, type Graph, type Way } from './graph.ts';

/** What is known at a place of the story: one small number per slot of the memory. */
export type Known = Int16Array;

/**
 * What a walk has to remember: only what some condition asks about, and at each node only what may still be asked from
 * there on. Two ways that differ in nothing that is asked later are one configuration.
 */
export type Memory = {
	start: Known;
	/** What is known after taking a way from a scene, with one of its outcomes. */
	after: (known: Known, from: number, way: Way, outcome: number) => Known;
	/** What is known when a node is entered. */
	entering: (known: Known, node: number) => Known;
	holds: (condition: Condition, known: Known) => boolean;
	/** Equal for two memories at a node exactly if nothing can tell them apart. */
	key: (known: Known, node: number) => string;
};

type Slot =
	| { is: 'meter'; id: string; from: number; to: number; start: number }
	| { is: 'chose'; scene: string; choices: string[] }
	| { is: 'visited'; scene: string }
	/** Points for an objective: of one scene that may be visited again, or (`scene` null) of all the others together. */
	| { is: 'points'; objective: string; scene: string | null; enough: number };

/** The memory that a module's conditions need. */
export function memoryFor(module: PlayModule, graph: Graph): Memory {
	const slots = slotsFor(module, graph);
	const numbers = new Map(slots.map((slot, index) => [nameOf(slot), index]));
	const pointSlots = (objective: string) =>
		slots.flatMap((slot, index) => (slot.is === 'points' && slot.objective === objective ? [index] : []));
	const live = liveSlots(graph, numbers, pointSlots).map((at) => [...at].sort((left, right) => left - right));
	const remembersPoints = slots.some(({ is }) => is === 'points');

	const holds = (condition: Condition, known: Known): boolean => {
		switch (condition.is) {
			case 'meter':
				return compares(known[numbers.get(`meter ${condition.meter}`) ?? -1] ?? 0, condition.compare, condition.value);
			case 'score':
				return compares(
					pointSlots(condition.objective).reduce((sum, slot) => sum + (known[slot] ?? 0), 0),
					condition.compare,
					condition.value
				);
			case 'chose': {
				const number = numbers.get(`chose ${condition.scene}`) ?? -1;
				const slot = slots[number];
				return slot?.is === 'chose' && known[number] === slot.choices.indexOf(condition.choice) + 1;
			}
			case 'visited':
				return known[numbers.get(`visited ${condition.scene}`) ?? -1] === 1;
			case 'not':
				return !holds(condition.of, known);
			case 'and':
				return condition.of.every((part) => holds(part, known));
			case 'or':
				return condition.of.some((part) => holds(part, known));
		}
	};

	return {
		start: Int16Array.from(slots, (slot) => (slot.is === 'meter' ? slot.start : 0)),
		holds,
		after: (known, from, way, outcome) => {
			const scene = graph.nodes[from]!.id;
			const chosen = way.chooses ? (numbers.get(`chose ${scene}`) ?? -1) : -1;
			const points = way.outcomes[outcome] ?? null;
			const meters = Object.entries(way.meters);
			if (chosen < 0 && meters.length === 0 && (points === null || !remembersPoints)) return known;
			const next = known.slice();
			for (const [meter, change] of meters) {
				const number = numbers.get(`meter ${meter}`) ?? -1;
				const slot = slots[number];
				if (slot?.is === 'meter') next[number] = Math.min(slot.to, Math.max(slot.from, next[number]! + change));
			}
			const slot = slots[chosen];
			if (slot?.is === 'chose') next[chosen] = slot.choices.indexOf(way.choice ?? '') + 1;
			if (points !== null) earn(next, scene, points);
			return next;
		},
		entering: (known, node) => {
			if (!graph.nodes[node]!.visits) return known;
			const next = known.slice();
			next[numbers.get(`visited ${graph.nodes[node]!.id}`) ?? -1] = 1;
			return next;
		},
		key: (known, node) => {
			let key = String(node);
			for (const slot of live[node]!) key += `,${known[slot]}`;
			return key;
		}
	};

	function earn(known: Known, scene: string, points: Record<string, number>): void {
		for (const [number, slot] of slots.entries()) {
			if (slot.is !== 'points') continue;
			const earned = points[slot.objective] ?? 0;
			if (slot.scene === scene) known[number] = earned;
			else if (slot.scene === null && !numbers.has(`points ${slot.objective} ${scene}`))
				known[number] = Math.min(slot.enough, known[number]! + earned);
		}
	}
}

function slotsFor(module: PlayModule, graph: Graph): Slot[] {
	const asked = askedIn(graph);
	const meters = new Set(asked.flatMap((one) => (one.is === 'meter' ? [one.meter] : [])));
	const visited = new Set(asked.flatMap((one) => (one.is === 'visited' ? [one.scene] : [])));
	const chose = new Map<string, Set<string>>();
	const enough = new Map<string, number>();
	for (const one of asked) {
		if (one.is === 'chose') chose.set(one.scene, (chose.get(one.scene) ?? new Set()).add(one.choice));
		// Points beyond the highest number anyone compares with make no difference.
		if (one.is === 'score') enough.set(one.objective, Math.max(enough.get(one.objective) ?? 0, one.value + 1));
	}
	const again = new Set(circlesIn(graph.nodes.length, (node) => graph.nodes[node]!.ways.map(({ to }) => to)).flat());
	return [
		...[...meters].map((id): Slot => ({ is: 'meter', id, ...module.meters[id]! })),
		...[...chose].map(([scene, choices]): Slot => ({ is: 'chose', scene, choices: [...choices] })),
		...[...visited].map((scene): Slot => ({ is: 'visited', scene })),
		...[...enough].flatMap(([objective, most]): Slot[] => [
			{ is: 'points', objective, scene: null, enough: most },
			...graph.nodes.flatMap((node, number): Slot[] => {
				const scores = node.ways.some(({ outcomes }) => outcomes.some((points) => points?.[objective] !== undefined));
				return scores && again.has(number) ? [{ is: 'points', objective, scene: node.id, enough: most }] : [];
			})
		])
	];
}

function nameOf(slot: Slot): string {
	switch (slot.is) {
		case 'meter':
			return `meter ${slot.id}`;
		case 'points':
			return `points ${slot.objective} ${slot.scene ?? ''}`;
		case 'chose':
		case 'visited':
			return `${slot.is} ${slot.scene}`;
	}
}

/** Per node, the slots that a condition asks about there or anywhere one can come to from there. */
function liveSlots(
	graph: Graph,
	numbers: Map<string, number>,
	pointSlots: (objective: string) => number[]
): Set<number>[] {
	const before: number[][] = graph.nodes.map(() => []);
	for (const [from, node] of graph.nodes.entries()) for (const { to } of node.ways) before[to]!.push(from);
	const live = graph.nodes.map(() => new Set<number>());
	for (const [index, node] of graph.nodes.entries())
		for (const one of conditionsAt(node).flatMap(referencesOf)) {
			const slots =
				one.is === 'score'
					? pointSlots(one.objective)
					: [numbers.get(one.is === 'meter' ? `meter ${one.meter}` : `${one.is} ${one.scene}`)];
			for (const slot of slots) if (slot !== undefined) spread(slot, index);
		}
	return live;

	function spread(slot: number, from: number): void {
		const waiting = [from];
		while (waiting.length > 0) {
			const node = waiting.pop()!;
			if (live[node]!.has(slot)) continue;
			live[node]!.add(slot);
			waiting.push(...before[node]!);
		}
	}
}
