import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { courseSchema, languageSchema } from './course-schema.ts';
import type { CourseSource, CoursesRead, ModuleSource, SharedSource, TranslationSource } from './course-source.ts';
import { claimsSchema, sourcesSchema, type Evidence } from './evidence-schema.ts';
import { idSchema, moduleSchema } from './module-schema.ts';
import type { Problem } from './problem.ts';
import { readYamlFile, type ReadFile } from './read-file.ts';
import { parseBySchema } from './schema-problems.ts';
import { settingsSchema } from './settings-schema.ts';
import { didYouMean, listed } from './suggest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** Which folder to read: `coursesDir` holds one folder per course, `settings.yaml` and `evidence/`. */
export type ReadOptions = {
	coursesDir: string;
	/** Only the course of this folder; the shared files are read all the same. */
	only?: string;
};

/**
 * Reads the courses of a folder, with their translations and what they share. Every mistake in every file is a problem;
 * what could be read is given back beside them.
 * @throws Error only where the folder itself is not there or cannot be listed; its message says what to do
 */
export async function readCourses(options: ReadOptions): Promise<CoursesRead> {
	const reader = new CoursesReader(resolve(options.coursesDir));
	const shared = await reader.shared();
	const courses: CourseSource[] = [];
	const folders = await reader.courseFolders();
	for (const id of options.only === undefined ? folders : [options.only]) {
		const course = await reader.course(id);
		if (course) courses.push(course);
	}
	return { folder: reader.named(''), shared, courses, folders, problems: reader.problems };
}

/** One pass over a folder; it exists to carry the folder and the problems found so far. */
class CoursesReader {
	readonly problems: Problem[] = [];
	private readonly coursesDir: string;

	constructor(coursesDir: string) {
		this.coursesDir = coursesDir;
	}

	async courseFolders(): Promise<string[]> {
		const entries = await readdir(this.coursesDir, { withFileTypes: true }).catch((cause: unknown) => {
			const why = 'Set ALONGSIDE_COURSES to the folder that holds the courses, and let it be readable.';
			throw new Error(`${this.coursesDir}: the folder of courses could not be read. ${why}`, { cause });
		});
		return entries
			.filter((entry) => entry.isDirectory() && entry.name !== 'evidence' && !entry.name.startsWith('.'))
			.map((entry) => entry.name)
			.sort();
	}

	async shared(): Promise<SharedSource> {
		const settings = await this.read('settings.yaml');
		const parsed = settings.source?.value == null ? null : parseBySchema(settingsSchema, settings.source);
		this.problems.push(...(parsed?.problems ?? []));
		const evidence = await this.evidence();
		return { settings: parsed?.value ?? settingsSchema.parse({}), evidence, settingsSource: settings.source };
	}

	async evidence(): Promise<Evidence> {
		const claims = await this.read('evidence/claims.yaml');
		const sources = await this.read('evidence/sources.yaml');
		const someClaims = claims.source ? parseBySchema(claimsSchema, claims.source) : null;
		const someSources = sources.source ? parseBySchema(sourcesSchema, sources.source) : null;
		this.problems.push(...(someClaims?.problems ?? []), ...(someSources?.problems ?? []));
		const works = someSources?.value ? [...someSources.value.papers, ...someSources.value.reviewed_studies] : [];
		return {
			claims: new Map(someClaims?.value?.claims.map((claim) => [claim.id, claim])),
			sources: new Map(works.map((work) => [work.id, work]))
		};
	}

	async course(id: string): Promise<CourseSource | null> {
		const read = await this.read(`${id}/course.yaml`);
		if (read.missing) {
			const hint = 'Every folder of courses holds a course.yaml; take the folder away if it is none.';
			this.report(this.named(`${id}/course.yaml`), 'missing-file', 'There is no such file.', hint);
		}
		if (!read.source) return null;
		const parsed = parseBySchema(courseSchema, read.source);
		this.problems.push(...parsed.problems);
		if (parsed.value && parsed.value.id !== id)
			this.reportAt(
				read.source,
				['id'],
				'id-not-name',
				`The course is called “${parsed.value.id}”, its folder “${id}”.`,
				'Make the two the same.'
			);

		const present = await this.yamlFiles(id);
		const named = modulesNamed(read.source.value);
		const languages = await this.languages(id);
		const modules: ModuleSource[] = [];
		for (const [index, name] of named) {
			if (named.find(([, other]) => other === name)?.[0] !== index) {
				this.reportAt(
					read.source,
					['modules', index],
					'id-taken',
					`“${name}” is listed twice.`,
					'Take one of the two out.'
				);
				continue;
			}
			const module = await this.module(id, name, read.source, { index, present, languages });
			if (module) modules.push(module);
		}
		for (const name of present)
			if (name !== 'course' && !named.some(([, listedName]) => listedName === name))
				this.problems.push({
					...problemAt(
						read.source,
						['modules'],
						'module-not-listed',
						`${name}.yaml is not among the modules.`,
						'Add its id to “modules”, or take the file away.',
						'key'
					),
					severity: 'warning'
				});
		for (const language of languages)
			await this.translatesOnly(
				`${id}/translations/${language}`,
				named.map(([, name]) => name)
			);
		return {
			id,
			course: { source: read.source, file: parsed.value },
			modules,
			translations: await this.translations(id, 'course', languages)
		};
	}

	async module(
		course: string,
		id: string,
		from: YamlSource,
		{ index, present, languages }: { index: number; present: string[]; languages: string[] }
	): Promise<ModuleSource | null> {
		const read = await this.read(`${course}/${id}.yaml`);
		if (read.missing) {
			const others = present.filter((name) => name !== 'course');
			const hint = didYouMean(id, others, `Write ${course}/${id}.yaml, or take it out. There is: ${listed(others)}.`);
			this.reportAt(from, ['modules', index], 'missing-file', `There is no file ${id}.yaml.`, hint);
		}
		if (!read.source) return null;
		const parsed = parseBySchema(moduleSchema, read.source);
		this.problems.push(...parsed.problems);
		if (parsed.value && parsed.value.id !== id)
			this.reportAt(
				read.source,
				['id'],
				'id-not-name',
				`The module is called “${parsed.value.id}”, its file “${id}.yaml”.`,
				'Make the two the same.'
			);
		return {
			id,
			source: read.source,
			file: parsed.value,
			translations: await this.translations(course, id, languages)
		};
	}

	/** What a course is translated into: the folders in `translations`, each named by its language. */
	async languages(course: string): Promise<string[]> {
		const folder = `${course}/translations`;
		const named = (await this.list(folder)).filter((name) => !name.startsWith('.') && !name.endsWith('.md'));
		return named.filter((name) => {
			const isLanguage = languageSchema.safeParse(name).success;
			if (!isLanguage)
				this.report(
					this.named(`${folder}/${name}`),
					'translation-language',
					`A translation’s folder is called “${name}”, which is not a language.`,
					'Call it by a language tag such as de or pt-BR, or take it out of “translations”.'
				);
			return isLanguage;
		});
	}

	/** Warns of translations of what the course does not have: nobody would ever see them. */
	async translatesOnly(folder: string, modules: string[]): Promise<void> {
		for (const name of await this.yamlFiles(folder))
			if (name !== 'course' && !modules.includes(name))
				this.problems.push({
					code: 'translation-not-listed',
					severity: 'warning',
					file: this.named(`${folder}/${name}.yaml`),
					line: 1,
					column: 1,
					message: `This translates “${name}”, which is not among the modules.`,
					hint: didYouMean(name, modules, `Take the file away, or add the module. There is: ${listed(modules)}.`)
				});
	}

	async translations(course: string, name: string, languages: string[]): Promise<TranslationSource[]> {
		const found: TranslationSource[] = [];
		for (const language of languages) {
			const read = await this.read(`${course}/translations/${language}/${name}.yaml`);
			if (read.source) found.push({ language, source: read.source });
		}
		return found;
	}

	private async yamlFiles(folder: string): Promise<string[]> {
		const names = await this.list(folder);
		return names.filter((name) => name.endsWith('.yaml')).map((name) => basename(name, '.yaml'));
	}

	/** Names in a folder, sorted; none where there is no such folder. */
	private async list(folder: string): Promise<string[]> {
		try {
			return (await readdir(join(this.coursesDir, folder))).sort();
		} catch (error) {
			if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
			throw error;
		}
	}

	private async read(path: string): Promise<ReadFile> {
		const read = await readYamlFile({
			path: join(this.coursesDir, path),
			file: this.named(path),
			within: this.coursesDir
		});
		this.problems.push(...read.problems);
		return read;
	}

	named(path: string): string {
		return `${basename(this.coursesDir)}/${path}`;
	}

	private report(file: string, code: string, message: string, hint: string): void {
		this.problems.push({ code, severity: 'error', file, line: 1, column: 1, message, hint });
	}

	private reportAt(source: YamlSource, path: Path, code: string, message: string, hint: string): void {
		this.problems.push(problemAt(source, path, code, message, hint));
	}
}

function problemAt(source: YamlSource, path: Path, code: string, message: string, hint: string, what?: 'key'): Problem {
	return { code, severity: 'error', file: source.file, ...source.place(path, what), message, hint };
}

/** Module ids that can be file names, with their index, even where the rest of `course.yaml` is wrong. */
function modulesNamed(course: unknown): [index: number, id: string][] {
	const modules = (course as { modules?: unknown } | null)?.modules;
	if (!Array.isArray(modules)) return [];
	return modules.flatMap((id: unknown, index): [number, string][] =>
		idSchema.safeParse(id).success ? [[index, id as string]] : []
	);
}
