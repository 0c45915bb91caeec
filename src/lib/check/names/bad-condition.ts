import type { Check, NamedModule } from '../check.ts';
import { offsetInto } from '../offset.ts';

/** A condition has to read as one. */
export const badCondition: Check<NamedModule> = {
	code: 'bad-condition',
	severity: 'error',
	find: ({ references, module }) =>
		references.flatMap(({ kind, name, path, trouble }) => {
			if (kind !== 'unreadable-condition' || !trouble) return [];
			return [
				{
					path,
					offset: offsetInto(module.source, path, name, trouble.at),
					message: `The condition “${name}” cannot be read: ${trouble.message}.`,
					hint: 'Such as: openness >= 4, openness is open, chose scene/choice, visited scene, score objective >= 2, joined by and, or, not.'
				}
			];
		})
};
