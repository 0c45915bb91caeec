import type { ModuleFile } from '#lib/course/module-schema.ts';
import type { Path } from '#lib/course/yaml-source.ts';
import type { Outline } from '../outline.ts';
import { sceneOf } from '../scene-of.ts';
import { scoresOf, sumOf } from '../scores-of.ts';

/** A decision in which the points tell one or more choices from the others. */
export type Weighed = {
	id: string;
	path: Path;
	choices: { id: string; say: string; move: 'ask' | 'act' | 'wait' | undefined; isBest: boolean }[];
};

/** The decisions of a module that have better and weaker choices; open ones and those without points have none. */
export function weighedDecisions(file: ModuleFile, outline: Outline): Weighed[] {
	return outline.scenes.flatMap(({ id, path }) => {
		const scene = sceneOf(file, path);
		if (!scene.choices || scene.open || scoresOf(scene).length === 0) return [];
		const choices = Object.entries(scene.choices);
		const best = Math.max(...choices.map(([, { score }]) => sumOf(score)));
		const weighed = choices.map(([choice, { say, move, score }]) => ({
			id: choice,
			say,
			move,
			isBest: sumOf(score) === best
		}));
		return weighed.every(({ isBest }) => isBest) ? [] : [{ id, path, choices: weighed }];
	});
}
