import type { Check, WrittenModule } from '../check.ts';

/** Parts are counted from 1 in the order of the chapters. */
export const partOrder: Check<WrittenModule> = {
	code: 'part-order',
	severity: 'error',
	find: ({ file }) =>
		file.chapters.flatMap(({ part }, index) => {
			const before = file.chapters[index - 1]?.part ?? (index === 0 ? 0 : 1);
			if (index === 0 ? part === 1 : part === before || part === before + 1) return [];
			return [
				{
					path: ['chapters', index, 'part'],
					message: index === 0 ? `The first chapter is in part ${part}.` : `Part ${part} follows part ${before}.`,
					hint: index === 0 ? 'Begin with part 1.' : `It can be ${before} or ${before + 1}.`
				}
			];
		})
};
