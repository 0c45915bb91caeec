import type { Check, WalkedModule } from '../check.ts';
import { sceneAt } from './walk.ts';

/** Every scene and every ending can be come to. */
export const unreachableScene: Check<WalkedModule> = {
	code: 'unreachable-scene',
	severity: 'error',
	find: ({ walk, outline }) => {
		const reached = new Set(walk.configurations.map((_, index) => sceneAt(walk, index)));
		return walk.graph.nodes.flatMap(({ id, kind }) => {
			if (kind === 'route' || reached.has(id)) return [];
			return [
				{
					path: outline.sceneAt(id),
					what: 'key' as const,
					message: `No way leads to “${id}”.`,
					hint: 'Let a choice or a passage lead here, look at the conditions before it, or take it out.'
				}
			];
		});
	}
};
