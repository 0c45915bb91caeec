import type { SceneFile } from '#lib/course/module-schema.ts';
import type { Points } from '#lib/scenario/module.ts';
import type { Path } from '#lib/course/yaml-source.ts';

/** Where a scene gives points, and how many: for each choice that has a `score`, or for the activity. */
export function scoresOf(scene: SceneFile): { path: Path; choice: string | null; points: Points }[] {
	return [
		...(scene.score ? [{ path: ['score'], choice: null, points: scene.score }] : []),
		...Object.entries(scene.choices ?? {}).flatMap(([id, { score }]) =>
			score ? [{ path: ['choices', id, 'score'], choice: id, points: score }] : []
		)
	];
}

/** All points of one choice together, whatever they are for. */
export function sumOf(points: Points | undefined): number {
	return Object.values(points ?? {}).reduce((sum, one) => sum + one, 0);
}
