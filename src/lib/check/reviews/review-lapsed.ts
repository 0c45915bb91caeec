import type { Check, ReviewedCourse } from '../check.ts';

/** A module that was changed after its review counts as unreviewed until somebody reviews it again. */
export const reviewLapsed: Check<ReviewedCourse> = {
	code: 'review-lapsed',
	severity: 'warning',
	find: ({ file, revisions }) =>
		file.reviewed.flatMap(({ module, revision, name }, index) => {
			const now = revisions.get(module);
			const hasNewer = file.reviewed.some((other) => other.module === module && other.revision === now);
			if (now === undefined || now === revision || hasNewer) return [];
			return [
				{
					path: ['reviewed', index, 'revision'],
					message: `${name} reviewed another revision of “${module}” than the present one, ${now}.`,
					hint: 'Ask for a new review and enter it; until then the module counts as unreviewed.'
				}
			];
		})
};
