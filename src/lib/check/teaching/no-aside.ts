import type { Check, WrittenModule } from '../check.ts';

/** A module has at least one aside, and each is offered somewhere. */
export const noAside: Check<WrittenModule> = {
	code: 'no-aside',
	severity: 'warning',
	find: ({ file, references }) => {
		const offered = new Set(references.flatMap(({ kind, name }) => (kind === 'aside' ? [name] : [])));
		const asides = Object.keys(file.asides ?? {});
		if (asides.length === 0)
			return [
				{
					path: ['chapters'],
					what: 'key' as const,
					message: 'The module has no aside.',
					hint: 'Write one, such as “who is this?”, and offer it in a scene.'
				}
			];
		return asides.flatMap((id) =>
			offered.has(id)
				? []
				: [
						{
							path: ['asides', id],
							what: 'key' as const,
							message: `No scene offers the aside “${id}”.`,
							hint: 'Name it in the “asides” of a scene.'
						}
					]
		);
	}
};
