import type { CourseSource, ModuleSource, SharedSource } from '#lib/course/course-source.ts';
import type { Problem } from '#lib/course/problem.ts';
import { nameChecks } from './all-checks.ts';
import { run, type NamedModule } from './check.ts';
import { group, outlineOf } from './outline.ts';
import { referencesIn } from './references.ts';

/** Finds everything that is wrong with a course that was read; what the reader found is not told again. */
export function checkCourse(course: CourseSource, shared: SharedSource): { problems: Problem[] } {
	return { problems: course.modules.flatMap((module) => checkModule(module, course, shared)) };
}

function checkModule(module: ModuleSource, course: CourseSource, shared: SharedSource): Problem[] {
	const { value } = module.source;
	const named: NamedModule = {
		value,
		outline: outlineOf(value, group(course.course.source.value)['cast']),
		references: referencesIn(value),
		module,
		course,
		shared
	};
	return run(nameChecks, named, module.source);
}
