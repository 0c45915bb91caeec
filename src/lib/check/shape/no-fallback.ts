import type { Check, WrittenModule } from '../check.ts';
import type { Path } from '#lib/course/yaml-source.ts';
import { group } from '../outline.ts';

/** Of a list of conditional texts or destinations the last one, and only that, has no condition. */
export const noFallback: Check<WrittenModule> = {
	code: 'no-fallback',
	severity: 'error',
	find: ({ value }) =>
		listsWithConditions(value, []).flatMap(({ path, entries }) => {
			const last = entries.length - 1;
			return entries.flatMap((entry, index) => {
				const hasCondition = entry['when'] !== undefined;
				if (index === last && hasCondition)
					return [
						{
							path: [...path, index],
							message: 'The last of these has a condition: where none holds, nothing is left.',
							hint: 'Add one more without “when”, for every other case.'
						}
					];
				if (index < last && !hasCondition)
					return [
						{
							path: [...path, index],
							message: 'This one has no condition, so that nothing below it is ever used.',
							hint: 'Give it a “when”, or move it to the end.'
						}
					];
				return [];
			});
		})
};

/** Lists whose entries hold `text` or `to`: variants and destinations, wherever they stand. */
function listsWithConditions(value: unknown, path: Path): { path: Path; entries: Record<string, unknown>[] }[] {
	if (typeof value !== 'object' || value === null) return [];
	if (!Array.isArray(value))
		return Object.entries(value).flatMap(([key, inner]) => listsWithConditions(inner, [...path, key]));
	const entries = value.map(group);
	const isList =
		entries.length > 0 &&
		entries.every(
			(entry) =>
				Object.keys(entry).every((key) => ['when', 'text', 'to'].includes(key)) && Object.keys(entry).length > 0
		);
	return [
		...(isList ? [{ path, entries }] : []),
		...value.flatMap((inner, index) => listsWithConditions(inner, [...path, index]))
	];
}
