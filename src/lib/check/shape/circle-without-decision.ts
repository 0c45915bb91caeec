import type { Destination, SceneFile } from '#lib/course/module-schema.ts';
import type { Check, WrittenModule } from '../check.ts';
import { sceneOf } from '../scene-of.ts';
import { circlesIn } from '../ways/components.ts';

/** No circle leads back to where it began without a decision on it. */
export const circleWithoutDecision: Check<WrittenModule> = {
	code: 'circle-without-decision',
	severity: 'error',
	find: ({ file, outline }) => {
		const passed = outline.scenes.filter(({ path }) => !isDecided(sceneOf(file, path)));
		const numbers = new Map(passed.map(({ id }, index) => [id, index]));
		const after = passed.map(({ path }) =>
			targetsOf(sceneOf(file, path)).flatMap((id) => {
				const number = numbers.get(id);
				return number === undefined ? [] : [number];
			})
		);
		return circlesIn(passed.length, (node) => after[node] ?? []).map((members) => {
			const ids = members.map((node) => passed[node]!.id);
			return {
				path: passed[members[0]!]!.path,
				what: 'key' as const,
				message: `${[...ids, ids[0]].join(' → ')} leads in a circle, and nothing on it is decided.`,
				hint: 'Put a decision on it, or let one of them lead elsewhere.'
			};
		});
	}
};

function isDecided({ choices, sort, select, reword }: SceneFile): boolean {
	return [choices, sort, select, reword].some((kind) => kind !== undefined);
}

function targetsOf({ next, route }: SceneFile): string[] {
	const to: Destination = route ?? next ?? [];
	return typeof to === 'string' ? [to] : to.map((way) => way.to);
}
