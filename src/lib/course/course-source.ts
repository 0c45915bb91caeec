import type { CourseFile } from './course-schema.ts';
import type { Evidence } from './evidence-schema.ts';
import type { ModuleFile } from './module-schema.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './settings-schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** One file that was read: its text with positions, and what it holds where it fits its schema. */
export type SourceOf<File> = {
	source: YamlSource;
	/** null where the file does not fit its schema. */
	file: File | null;
};

/** One translation of one file; its shape is compared with the file it translates. */
export type TranslationSource = {
	/** A language tag, from the name of its folder. */
	language: string;
	source: YamlSource;
};

/** One module as read: the author's file and its translations. */
export type ModuleSource = SourceOf<ModuleFile> & { id: string; translations: TranslationSource[] };

/** Everything of one course that stands in files, as far as it could be read. */
export type CourseSource = {
	/** The name of its folder. */
	id: string;
	course: SourceOf<CourseFile>;
	/** Those that are named in `course.yaml` and could be read as YAML, in its order. */
	modules: ModuleSource[];
	/** Of `course.yaml` itself. */
	translations: TranslationSource[];
};

/** What all courses of one folder share. */
export type SharedSource = { settings: Settings; evidence: Evidence; settingsSource: YamlSource | null };

/** A folder of courses, read. */
export type CoursesRead = {
	/** How problems name the folder: the first part of every `file`. */
	folder: string;
	shared: SharedSource;
	/** Those whose `course.yaml` could be read as YAML. */
	courses: CourseSource[];
	/** The name of every course's folder, also of those that were not asked for. */
	folders: string[];
	problems: Problem[];
};
