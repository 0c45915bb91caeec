import { didYouMean } from '#lib/course/suggest.ts';
import type { Check, CheckedShared } from '../check.ts';

/** A passing score is set for a module that there is. */
export const unknownModule: Check<CheckedShared> = {
	code: 'unknown-module',
	severity: 'error',
	find: ({ shared, courses, folders }) => {
		const modules = courses.flatMap(({ id, modules: inside }) => inside.map((module) => `${id}/${module.id}`));
		return Object.keys(shared.settings['passing-score']).flatMap((name) => {
			const [course = ''] = name.split('/');
			const isUnread = folders.includes(course) && !courses.some(({ id }) => id === course);
			if (modules.includes(name) || isUnread) return [];
			return [
				{
					path: ['passing-score', name],
					what: 'key' as const,
					message: `No module is called “${name}”.`,
					hint: didYouMean(name, modules, 'It reads <course>/<module>.')
				}
			];
		});
	}
};
