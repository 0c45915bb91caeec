import type { CourseSource, ModuleSource, SharedSource } from '#lib/course/course-source.ts';
import { rendererFor } from '#lib/course/markdown.ts';
import type { ModuleFile } from '#lib/course/module-schema.ts';
import { moduleTexts } from '#lib/course/text-leaves.ts';
import type { Problem } from '#lib/course/problem.ts';
import { worstLength } from '#lib/scenario/codec.ts';
import { compileModule, revisionOf } from '#lib/scenario/compile.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import { compiledChecks, nameChecks, reviewChecks, shapeChecks, wayChecks, writingChecks } from './all-checks.ts';
import { run, type CompiledModule, type NamedModule, type WrittenModule } from './check.ts';
import { group, outlineOf } from './outline.ts';
import { referencesIn } from './references.ts';
import { checkTranslations } from './translations.ts';
import { decisionsOn, readingOn } from './ways/figures.ts';
import { tooEntangled } from './ways/too-entangled.ts';
import { walkModule, type Walk } from './ways/walk.ts';

/** What a module measures; figures of its ways are null where they could not be walked. */
export type ModuleFigures = {
	id: string;
	/** The revision a review refers to; null where the file does not fit the schema. */
	revision: string | null;
	/** Endings included. */
	scenes: number;
	endings: number;
	/** Met on the shortest and on the longest way. */
	decisions: { fewest: number; most: number } | null;
	/** On the longest way, everything shown included. */
	words: number | null;
	/** At 150 words a minute. */
	minutes: number | null;
	/** Characters where every scene is in the log twice. */
	suspendData: { worst: number } | null;
	/** Somebody has reviewed this revision. */
	isReviewed: boolean;
};

/** A course's problems, its figures, and its modules as far as they could be compiled. */
export type CheckedCourse = {
	id: string;
	problems: Problem[];
	modules: ModuleFigures[];
	/** Compiled in the course's own language, by module id; only modules whose names and shapes are right. */
	compiled: Map<string, PlayModule>;
};

/** Finds everything that is wrong with a course that was read; what the reader found is not told again. */
export function checkCourse(course: CourseSource, shared: SharedSource): CheckedCourse {
	const checked = course.modules.map((module) => checkModule(module, course, shared));
	const { file, source } = course.course;
	const revisions = new Map(
		checked.flatMap(({ figures }) => (figures.revision ? [[figures.id, figures.revision]] : []))
	);
	return {
		id: course.id,
		problems: [
			...(file ? run(reviewChecks, { file, revisions }, source) : []),
			...checked.flatMap(({ problems }) => problems),
			...checkTranslations(course, shared)
		],
		modules: checked.map(({ figures }) => figures),
		compiled: new Map(checked.flatMap(({ play }) => (play ? [[play.id, play]] : [])))
	};
}

type CheckedModule = { problems: Problem[]; figures: ModuleFigures; play: PlayModule | null };

function checkModule(module: ModuleSource, course: CourseSource, shared: SharedSource): CheckedModule {
	const { value } = module.source;
	const texts = moduleTexts(value);
	const outline = outlineOf(value, group(course.course.source.value)['cast']);
	const named: NamedModule = {
		value,
		outline,
		references: referencesIn(value, outline, texts),
		texts,
		module,
		course,
		shared
	};
	const problems = run(nameChecks, named, module.source);
	const unwalked = (file: ModuleFile | null, play: PlayModule | null): CheckedModule => ({
		problems,
		figures: figuresOf(named, file, play, null),
		play
	});

	const { file } = module;
	if (!file) return unwalked(null, null);
	const written: WrittenModule = { ...named, file };
	problems.push(...run(shapeChecks, written, module.source));
	// Compiling relies on names and shapes; how a text is written it does not mind.
	const isCompilable = course.course.file !== null && !hasErrors(problems);
	problems.push(...run(writingChecks, written, module.source));
	if (!isCompilable) return unwalked(file, null);

	const play = compileModule(file, {
		course: course.id,
		language: course.course.file?.language ?? 'en',
		cast: course.course.file?.cast,
		render: rendererFor(shared.settings),
		evidence: shared.evidence,
		revision: revisionOf(file)
	});
	const compiled: CompiledModule = { ...written, play };
	problems.push(...run(compiledChecks, compiled, module.source));
	const walked = { ...compiled, walk: walkModule(play) };
	problems.push(...run(walked.walk.isEntangled ? [tooEntangled] : wayChecks, walked, module.source));
	return { problems, figures: figuresOf(named, file, play, walked.walk), play };
}

function figuresOf(
	named: NamedModule,
	file: ModuleFile | null,
	play: PlayModule | null,
	walk: Walk | null
): ModuleFigures {
	const revision = play?.revision ?? (file ? revisionOf(file) : null);
	const endings = named.outline.names('ending').length;
	const routes = named.outline.scenes.filter(({ scene }) => scene['route'] !== undefined).length;
	const reading = walk && play && !walk.isEntangled ? readingOn(walk, play) : null;
	return {
		id: named.module.id,
		revision,
		scenes: named.outline.scenes.length - routes + endings,
		endings,
		decisions: walk && !walk.isEntangled ? decisionsOn(walk) : null,
		words: reading?.words ?? null,
		minutes: reading?.minutes ?? null,
		suspendData: play ? { worst: worstLength(play) } : null,
		isReviewed: (named.course.course.file?.reviewed ?? []).some(
			(one) => one.module === named.module.id && one.revision === revision
		)
	};
}

function hasErrors(problems: Problem[]): boolean {
	return problems.some(({ severity }) => severity === 'error');
}
