import type { Check, WalkedModule } from '../check.ts';

/** Every variant of a text is read by somebody. */
export const textNeverShown: Check<WalkedModule> = {
	code: 'text-never-shown',
	severity: 'warning',
	find: ({ walk, outline }) => {
		const shown = new Set(walk.configurations.map(({ node, variant }) => `${node} ${variant}`));
		const reached = new Set(walk.configurations.map(({ node }) => node));
		return walk.graph.nodes.flatMap(({ id, variants }, node) =>
			variants.length < 2 || !reached.has(node)
				? []
				: variants.flatMap((_, index) =>
						shown.has(`${node} ${index}`)
							? []
							: [
									{
										path: [...outline.sceneAt(id), 'text', index],
										message: 'Nobody ever reads this variant.',
										hint: 'Look at its condition and at those above it.'
									}
								]
					)
		);
	}
};
