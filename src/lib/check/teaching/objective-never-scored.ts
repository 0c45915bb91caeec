import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { scoresOf } from '../scores-of.ts';

/** Every objective can be shown somewhere. */
export const objectiveNeverScored: Check<WrittenModule> = {
	code: 'objective-never-scored',
	severity: 'error',
	find: ({ file, outline }) => {
		const scored = new Set(
			outline.scenes.flatMap(({ path }) =>
				scoresOf(sceneOf(file, path)).flatMap(({ points }) => Object.keys(points).filter((id) => points[id]! > 0))
			)
		);
		return Object.keys(file.objectives).flatMap((id) =>
			scored.has(id)
				? []
				: [
						{
							path: ['objectives', id],
							what: 'key' as const,
							message: `No scene gives points for “${id}”.`,
							hint: 'Score a choice or an activity for it, or take it out.'
						}
					]
		);
	}
};
