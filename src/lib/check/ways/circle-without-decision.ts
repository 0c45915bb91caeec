import type { Check, CompiledModule } from '../check.ts';
import { circlesIn } from './components.ts';
import { graphOf } from './graph.ts';

/** No circle leads back to where it began without a decision on it. */
export const circleWithoutDecision: Check<CompiledModule> = {
	code: 'circle-without-decision',
	severity: 'error',
	find: ({ play, outline }) => {
		const { nodes } = graphOf(play);
		const isPassed = (node: number) => nodes[node]!.kind === 'walked' || nodes[node]!.kind === 'route';
		const circles = circlesIn(nodes.length, (node) =>
			isPassed(node) ? nodes[node]!.ways.flatMap(({ to }) => (isPassed(to) ? [to] : [])) : []
		);
		return circles.map((members) => {
			const ids = [...new Set(members.map((node) => nodes[node]!.id))];
			return {
				path: outline.sceneAt(ids[0]!.split('/')[0]!),
				what: 'key' as const,
				message: `${ids.join(' → ')} → ${ids[0]} leads in a circle, and nothing on it is decided.`,
				hint: 'Put a decision on it, or let one of them lead elsewhere.'
			};
		});
	}
};
