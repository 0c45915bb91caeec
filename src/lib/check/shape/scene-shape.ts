import type { Check, WrittenModule } from '../check.ts';
import type { SceneFile } from '#lib/course/module-schema.ts';
import { sceneOf } from '../scene-of.ts';

/** A scene is of one kind, and has what its kind needs and nothing else. */
export const sceneShape: Check<WrittenModule> = {
	code: 'scene-shape',
	severity: 'error',
	find: ({ outline, file }) =>
		outline.scenes.flatMap(({ id, path }) => {
			const scene = sceneOf(file, path);
			const kinds = kindKeys.filter((key) => scene[key] !== undefined);
			if (kinds.length > 1)
				return [
					{
						path: [...path, kinds[1]!],
						what: 'key' as const,
						message: `“${id}” has both “${kinds[0]}” and “${kinds[1]}”.`,
						hint: 'A scene is of one kind: make two scenes of it.'
					}
				];
			const kind = kinds[0] ?? 'passage';
			const { needs, may } = shapes[kind];
			const missing = needs.filter((key) => scene[key] === undefined);
			const surplus = Object.keys(scene).filter(
				(key) => key !== kind && ![...needs, ...may].includes(key as keyof SceneFile)
			);
			const few = kind === 'choices' && Object.keys(scene.choices ?? {}).length < 2;
			return [
				...missing.map((key) => ({
					path,
					what: 'key' as const,
					message: `“${id}” has no “${key}”.`,
					hint: kind === 'passage' && key === 'next' ? passageHint : `${named[kind]} needs it.`
				})),
				...surplus.map((key) => ({
					path: [...path, key],
					what: 'key' as const,
					message: `“${key}” means nothing in ${lowerFirst(named[kind])}.`,
					hint: `Take it out. Possible here: ${[...needs, ...may].join(', ')}.`
				})),
				...(few
					? [
							{
								path: [...path, 'choices'],
								what: 'key' as const,
								message: `“${id}” has fewer than two choices.`,
								hint: 'Write another choice, or make it a passage with “next”.'
							}
						]
					: [])
			];
		})
};

type Kind = 'choices' | 'sort' | 'select' | 'reword' | 'rate' | 'reflect' | 'route' | 'passage';
type Shape = { needs: (keyof SceneFile)[]; may: (keyof SceneFile)[] };

const kindKeys = ['choices', 'sort', 'select', 'reword', 'rate', 'reflect', 'route'] as const;
const passageHint = 'A passage needs “next”; a decision has “choices”, an activity “sort”, “select” or “reword”.';
const told: (keyof SceneFile)[] = ['who', 'asides', 'flag', 'skip'];
const activity: Shape = { needs: ['title', 'next'], may: ['text', 'score', 'debrief', ...told] };

const shapes: Record<Kind, Shape> = {
	passage: { needs: ['title', 'text', 'next'], may: told },
	choices: { needs: ['title', 'text'], may: ['question', 'open', 'debrief', ...told] },
	sort: activity,
	select: activity,
	reword: activity,
	rate: { needs: ['title', 'next'], may: ['text', ...told] },
	reflect: { needs: ['title', 'next'], may: ['text', ...told] },
	route: { needs: [], may: [] }
};

const named: Record<Kind, string> = {
	passage: 'A passage',
	choices: 'A decision',
	sort: 'A sort',
	select: 'A select',
	reword: 'A reword',
	rate: 'A rating',
	reflect: 'A reflection',
	route: 'A route'
};

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
