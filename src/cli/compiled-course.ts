import { checkCourses } from '#lib/check/check-courses.ts';
import type { Problem } from '#lib/course/problem.ts';
import { readCourses } from '#lib/course/read.ts';
import { didYouMean, listed } from '#lib/course/suggest.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { Misuse } from './arguments.ts';
import { findCourse } from './courses-option.ts';

/** A module that a command names as `<course>/<module>`: compiled, or with the problems that stand in the way. */
export type NamedModule = { play: PlayModule | null; problems: Problem[] };

/**
 * Compiles one module, also where other things about its course are wrong.
 * @throws Misuse where the name is not `<course>/<module>` or there is no such module
 */
export async function compileNamed(named: string, courses: string | boolean | undefined): Promise<NamedModule> {
	const cut = named.lastIndexOf('/');
	if (cut < 1) throw new Misuse(`“${named}” should read <course>/<module>.`);
	const { coursesDir, id } = findCourse(named.slice(0, cut), courses);
	const name = named.slice(cut + 1);
	const read = await readCourses({ coursesDir, only: id });
	const { courses: checked, problems } = checkCourses(read);
	const modules = read.courses.flatMap(({ modules: inside }) => inside.map((module) => module.id));
	if (!modules.includes(name))
		throw new Misuse(`${id} has no module “${name}”. ${didYouMean(name, modules, `There is: ${listed(modules)}.`)}`);
	return {
		play: checked[0]?.compiled.get(name) ?? null,
		problems: problems.filter(({ severity, file }) => severity === 'error' && file.endsWith(`${id}/${name}.yaml`))
	};
}
