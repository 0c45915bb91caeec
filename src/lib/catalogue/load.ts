import type { CheckedCourse } from '#lib/check/check-course.ts';
import { checkCourses, isRefused } from '#lib/check/check-courses.ts';
import { courseSchema, type CourseFile } from '#lib/course/course-schema.ts';
import type { CourseSource, ModuleSource, SharedSource } from '#lib/course/course-source.ts';
import { rendererFor } from '#lib/course/markdown.ts';
import { moduleSchema, type ModuleFile } from '#lib/course/module-schema.ts';
import { overlay } from '#lib/course/overlay.ts';
import { readCourses } from '#lib/course/read.ts';
import { courseTexts, moduleTexts } from '#lib/course/text-leaves.ts';
import { compileModule } from '#lib/scenario/compile.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { Catalogue, LoadedCourse, LoadedModule } from './catalogue.ts';
import { spritesFor } from './course-sprites.ts';
import { loadPathMap } from './path-map.ts';

/** Where the courses are, and where layouts and portraits are kept between runs; null keeps nothing. */
export type LoadOptions = {
	coursesDir: string;
	cacheDir: string | null;
	/** Only the course of this folder. */
	only?: string;
};

/**
 * Reads, checks and compiles all courses of a folder. A course with an error is left out whole and the others stay; an
 * error in what all share (settings, evidence) leaves out all. Warnings leave out none.
 * @throws Error where the folder cannot be listed
 */
export async function loadCatalogue(options: LoadOptions): Promise<Catalogue> {
	const read = await readCourses(options);
	const checked = checkCourses(read);
	const courses: LoadedCourse[] = [];
	for (const source of read.courses) {
		const course = checked.courses.find(({ id }) => id === source.id);
		const { file } = source.course;
		if (course && file && !isRefused(source.id, checked.problems, read))
			courses.push(
				await loadCourse({ source, file, checked: course, shared: read.shared, cacheDir: options.cacheDir })
			);
	}
	// No course is called so: only an error in what all share stands in its way.
	const isShareBroken = isRefused('', checked.problems, read);
	return { courses, problems: checked.problems, settings: read.shared.settings, isShareBroken };
}

type Loading = {
	source: CourseSource;
	file: CourseFile;
	checked: CheckedCourse;
	shared: SharedSource;
	cacheDir: string | null;
};

async function loadCourse(loading: Loading): Promise<LoadedCourse> {
	const { source, file, shared } = loading;
	const files = translatedCourse(source, file);
	const plays = new Map<string, Record<string, PlayModule>>();
	for (const module of source.modules) plays.set(module.id, await playsOf(module, files, loading));
	const sprites = await spritesFor(
		source,
		file,
		[...plays.values()].flatMap((inAll) => Object.values(inAll)),
		loading.cacheDir
	);
	const modules = source.modules.map((module) => loadedModule(module, plays.get(module.id) ?? {}, sprites, loading));
	const { plain } = rendererFor(shared.settings);
	return {
		id: source.id,
		version: file.version,
		language: file.language,
		languages: [...files.keys()],
		texts: Object.fromEntries(
			[...files].map(([language, { title, summary, audience }]) => [
				language,
				{ title: plain(title), summary: plain(summary), audience: plain(audience) }
			])
		),
		modules,
		isDraft: modules.some(({ reviewed }) => reviewed.length === 0),
		isTrial: shared.settings['support-contacts'].length === 0,
		organisation: shared.settings['organisation-name'],
		supportContacts: shared.settings['support-contacts'].map(({ name, how, outside_line_management }) => ({
			name,
			how,
			outsideLineManagement: outside_line_management
		})),
		policyLinks: shared.settings['policy-links']
	};
}

/** The course's file in its own language and, behind it, in each that anything of it is translated into. */
function translatedCourse(source: CourseSource, file: CourseFile): Map<string, CourseFile> {
	const languages = [source.translations, ...source.modules.map(({ translations }) => translations)]
		.flat()
		.map(({ language }) => language);
	const files = new Map([[file.language, file]]);
	for (const language of [...new Set(languages)].sort()) {
		const translation = source.translations.find((one) => one.language === language);
		files.set(
			language,
			translation ? courseSchema.parse(overlay(file, courseTexts(file), translation.source).value) : file
		);
	}
	return files;
}

async function playsOf(
	module: ModuleSource,
	files: Map<string, CourseFile>,
	{ source, file, checked, shared, cacheDir }: Loading
): Promise<Record<string, PlayModule>> {
	const own = checked.compiled.get(module.id);
	if (!own || !module.file) throw new Error(`${source.id}/${module.id} passed the check without being compiled`);
	const map = await loadPathMap(own, cacheDir);
	const plays: Record<string, PlayModule> = { [file.language]: { ...own, map } };
	for (const [language, courseFile] of files) {
		if (language === file.language) continue;
		const translation = module.translations.find((one) => one.language === language);
		const play = compileModule(translation ? translated(module.file, translation.source) : module.file, {
			course: source.id,
			language: translation ? language : file.language,
			cast: courseFile.cast,
			render: rendererFor(shared.settings),
			evidence: shared.evidence,
			revision: own.revision
		});
		plays[language] = { ...play, map };
	}
	return plays;
}

function translated(file: ModuleFile, translation: Parameters<typeof overlay>[2]): ModuleFile {
	return moduleSchema.parse(overlay(file, moduleTexts(file), translation).value);
}

function loadedModule(
	module: ModuleSource,
	plays: Record<string, PlayModule>,
	sprites: (play: PlayModule) => LoadedModule['sprites'],
	{ source, file, checked, shared }: Loading
): LoadedModule {
	const play = plays[file.language];
	const figures = checked.modules.find(({ id }) => id === module.id);
	if (!play || !figures) throw new Error(`${source.id}/${module.id} has no figures`);
	return {
		id: module.id,
		play,
		plays,
		reviewed: file.reviewed
			.filter((review) => review.module === module.id && review.revision === play.revision)
			.map(({ name, date }) => ({ name, date })),
		passingScaled: shared.settings['passing-score'][`${source.id}/${module.id}`] ?? null,
		sprites: sprites(play),
		figures
	};
}
