import type { Check, WalkedModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { sceneAt } from './walk.ts';

/** Every choice can be taken by somebody. */
export const choiceNeverOffered: Check<WalkedModule> = {
	code: 'choice-never-offered',
	severity: 'error',
	find: ({ walk, file, outline }) => {
		const offered = new Set(
			walk.configurations.flatMap((one, index) => one.offered.map((choice) => `${sceneAt(walk, index)}/${choice}`))
		);
		const reached = new Set(walk.configurations.map((_, index) => sceneAt(walk, index)));
		return outline.scenes.flatMap(({ id, path }) =>
			Object.keys(sceneOf(file, path).choices ?? {}).flatMap((choice) =>
				// A scene that nobody comes to is told by itself.
				!reached.has(id) || offered.has(`${id}/${choice}`)
					? []
					: [
							{
								path: [...path, 'choices', choice, 'when'],
								message: `Nobody is ever offered “${choice}”: its condition never holds here.`,
								hint: 'Change the condition, or take the choice out.'
							}
						]
			)
		);
	}
};
