import { didYouMean, listed } from '#lib/course/suggest.ts';
import type { Check, ReviewedCourse } from '../check.ts';

/** A review is entered for a module of the course. */
export const unknownReviewedModule: Check<ReviewedCourse> = {
	code: 'unknown-reviewed-module',
	severity: 'error',
	find: ({ file }) =>
		file.reviewed.flatMap(({ module }, index) =>
			file.modules.includes(module)
				? []
				: [
						{
							path: ['reviewed', index, 'module'],
							message: `No module of this course is called “${module}”.`,
							hint: didYouMean(module, file.modules, `There is: ${listed(file.modules)}.`)
						}
					]
		)
};
