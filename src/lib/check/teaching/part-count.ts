import type { Check, WrittenModule } from '../check.ts';

/** A module has two parts with a natural stop between them. */
export const partCount: Check<WrittenModule> = {
	code: 'part-count',
	severity: 'warning',
	find: ({ file }) => {
		const count = new Set(file.chapters.map(({ part }) => part)).size;
		return count === 2
			? []
			: [
					{
						path: ['chapters'],
						what: 'key' as const,
						message: `The module has ${count === 1 ? 'one part' : `${count} parts`}.`,
						hint: 'Two, with a natural stop between them.'
					}
				];
	}
};
