import type { Check, WrittenModule } from '../check.ts';

/** A module has two to four endings. */
export const endingCount: Check<WrittenModule> = {
	code: 'ending-count',
	severity: 'warning',
	find: ({ file }) => {
		const count = Object.keys(file.endings).length;
		if (count === 0)
			return [
				{
					path: ['endings'],
					what: 'key' as const,
					severity: 'error',
					message: 'The module has no ending.',
					hint: 'Write two to four.'
				}
			];
		return count >= 2 && count <= 4
			? []
			: [
					{
						path: ['endings'],
						what: 'key' as const,
						message: `The module has ${count} ending${count === 1 ? '' : 's'}.`,
						hint: 'Two to four, which differ because of what the learner did.'
					}
				];
	}
};
