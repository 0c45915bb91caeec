import type { CourseSource, ModuleSource, SharedSource } from '#lib/course/course-source.ts';
import type { CourseFile } from '#lib/course/course-schema.ts';
import type { ModuleFile } from '#lib/course/module-schema.ts';
import type { Problem } from '#lib/course/problem.ts';
import type { TextLeaf } from '#lib/course/text-leaves.ts';
import type { Path, YamlSource } from '#lib/course/yaml-source.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { Outline } from './outline.ts';
import type { Reference } from './references.ts';
import type { Walk } from './ways/walk.ts';

/** What one check found at one place of the file it looks at. */
export type Finding = {
	path: Path;
	/** Where to point: at the value (default) or at its key. */
	what?: 'value' | 'key';
	/** Characters into the value, where it is a text on one line. */
	offset?: number;
	/** What was found, in one sentence. */
	message: string;
	/** What to do about it. */
	hint: string;
	/** Where it differs from the check's own. */
	severity?: Problem['severity'];
};

/** One thing that can be wrong. One check a file, named after its code; beside it a page that explains it. */
export type Check<Subject> = {
	code: string;
	severity: Problem['severity'];
	find: (subject: Subject) => Finding[];
};

/** A module whose file is YAML, whatever else is wrong with it. */
export type NamedModule = {
	/** The module file's data as it stands: its shape is not to be trusted. */
	value: unknown;
	outline: Outline;
	references: Reference[];
	/** Every text that people read. */
	texts: TextLeaf[];
	module: ModuleSource;
	course: CourseSource;
	shared: SharedSource;
};

/** A module whose file fits the schema. */
export type WrittenModule = NamedModule & { file: ModuleFile };

/** A module that could be compiled: every name resolves and every scene has the shape of its kind. */
export type CompiledModule = WrittenModule & { play: PlayModule };

/** A module all of whose ways were walked. */
export type WalkedModule = CompiledModule & { walk: Walk };

/** What all courses share, together with the courses that were read. */
export type CheckedShared = {
	shared: SharedSource;
	courses: readonly CourseSource[];
	/** Every folder of courses, also those that were not read. */
	folders: readonly string[];
};

/** A course file that fits its schema, and the present revision of each module. */
export type ReviewedCourse = { file: CourseFile; revisions: ReadonlyMap<string, string> };

/** Runs checks over one subject; each finding becomes a problem at its line of the source. */
export function run<Subject>(checks: readonly Check<Subject>[], subject: Subject, source: YamlSource): Problem[] {
	return checks.flatMap(({ code, severity, find }) =>
		find(subject).map((finding) => ({
			code,
			severity: finding.severity ?? severity,
			file: source.file,
			...placeOf(source, finding),
			message: finding.message,
			hint: finding.hint
		}))
	);
}

function placeOf(source: YamlSource, { path, what, offset = 0 }: Finding): { line: number; column: number } {
	const place = source.place(path, what);
	return { line: place.line, column: place.column + offset };
}
