import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';

/** An ending offers moments to try again: decisions or activities. */
export const offerNoMoment: Check<WrittenModule> = {
	code: 'offer-no-moment',
	severity: 'error',
	find: ({ file, outline }) => {
		const moments = new Set(
			outline.scenes.flatMap(({ id, path }) => {
				const { choices, sort, select, reword } = sceneOf(file, path);
				return choices || sort || select || reword ? [id] : [];
			})
		);
		const scenes = outline.names('scene');
		return Object.entries(file.endings).flatMap(([id, { offer }]) =>
			(offer ?? []).flatMap((name, index) =>
				moments.has(name) || !scenes.includes(name)
					? []
					: [
							{
								path: ['endings', id, 'offer', index],
								message: `In “${name}” there is nothing to decide.`,
								hint: 'Offer a decision or an activity.'
							}
						]
			)
		);
	}
};
