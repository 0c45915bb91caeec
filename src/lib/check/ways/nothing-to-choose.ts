import type { Check, WalkedModule } from '../check.ts';
import { sceneAt } from './walk.ts';

/** In every situation a decision offers at least two choices. */
export const nothingToChoose: Check<WalkedModule> = {
	code: 'nothing-to-choose',
	severity: 'error',
	find: ({ walk, outline }) => {
		const fewest = new Map<string, number>();
		for (const [index, { node, offered }] of walk.configurations.entries())
			if (walk.graph.nodes[node]!.kind === 'decision') {
				const id = sceneAt(walk, index);
				fewest.set(id, Math.min(fewest.get(id) ?? Infinity, offered.length));
			}
		return [...fewest].flatMap(([id, count]) =>
			count > 1
				? []
				: [
						{
							path: [...outline.sceneAt(id), 'choices'],
							what: 'key' as const,
							severity: count === 0 ? ('error' as const) : ('warning' as const),
							message: `In some situation “${id}” offers ${count === 0 ? 'no choice at all' : 'a single choice'}.`,
							hint: 'Leave two choices without “when”.'
						}
					]
		);
	}
};
