import type { Check, NamedModule } from '../check.ts';
import type { Definition, NameKind } from '../outline.ts';

/**
 * Ids that a condition, a script or the chart could mix up are unique across kinds: chapters, scenes, endings and asides
 * are all states of the chart; meters and objectives are both compared with numbers. A meter may be called like the
 * person it is about.
 */
export const idTaken: Check<NamedModule> = {
	code: 'id-taken',
	severity: 'error',
	find: ({ outline }) => {
		const first = new Map<string, Definition>();
		return outline.definitions.flatMap((definition) => {
			const key = `${namespaceOf[definition.kind]} ${definition.name}`;
			const taken = first.get(key);
			if (!taken) {
				first.set(key, definition);
				return [];
			}
			const twice =
				taken.kind === definition.kind
					? `Two ${definition.kind}s are`
					: `A ${taken.kind} and this ${definition.kind} are`;
			return [
				{
					path: definition.path,
					what: definition.kind === 'chapter' ? ('value' as const) : ('key' as const),
					message: `${twice} called “${definition.name}”.`,
					hint: 'Rename one of them.'
				}
			];
		});
	}
};

const namespaceOf: Record<NameKind, string> = {
	chapter: 'chart',
	scene: 'chart',
	ending: 'chart',
	aside: 'chart',
	meter: 'number',
	objective: 'number',
	person: 'person'
};
