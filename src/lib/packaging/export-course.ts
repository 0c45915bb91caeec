import type { LoadedCourse, LoadedModule } from '#lib/catalogue/catalogue.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, locales } from '#lib/paraglide/runtime.js';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { PackagedModule, Standard } from '#lib/scenario/packaged-module.ts';
import { charactersIn, emphasisedIn } from './characters.ts';
import { fontFaces, subsetFonts } from './fonts.ts';
import { menuPage, modulePage } from './module-page.ts';
import type { Place, PlayerBundle } from './player-bundle.ts';
import { manifestFiles } from './manifests/manifest-files.ts';
import { zipFiles, type PackageFiles } from './zip.ts';

/** What an administrator chooses. */
export type ExportOptions = {
	standard: Standard;
	/** Ids of the modules to pack, in the course's order; all unless told. */
	modules?: string[];
	/** One of the course's languages; its own unless told. */
	language?: string;
	/** Per module id, 0..1, over the settings; null asks for completion only. */
	passingScaled?: Record<string, number | null>;
	/** Record each choice as an interaction; off unless told. */
	interactions?: boolean;
	/** Each module asks for the one before it, where the standard has that; off unless told, since LMSs differ. */
	prerequisites?: boolean;
	/** Status of a module finished without a passing score; `passed` for LMSs that count nothing else. */
	doneStatus?: 'completed' | 'passed';
};

/** A package, ready to be handed over. */
export type ExportedCourse = {
	/** Lower-case ASCII, e.g. `working-alongside-scorm12.zip`. */
	fileName: string;
	zip: Uint8Array;
	/** What is in it: path → bytes. */
	files: PackageFiles;
	/** Why the package is marked; both may hold. */
	marks: { draft: boolean; trial: boolean };
	/** Per module in it, 0..1; null where it asks for completion only. */
	passingScaled: Record<string, number | null>;
};

const scriptFile = 'player.js';
const laterFile = 'later.js';
const licencesFile = 'licences.txt';
const menuScriptFile = 'menu.js';
const menuFile = 'index.html';

/**
 * Packs a course for an LMS: one page per module, one player shared by all. Nothing but its arguments goes in, so the
 * same course, options and bundle give the same bytes.
 * @param bundle the player for this language, see `readPlayerBundle`
 * @throws Error on an option that names no module or no language of the course, or a passing score outside 0..1
 */
export async function exportCourse(
	course: LoadedCourse,
	options: ExportOptions,
	bundle: PlayerBundle
): Promise<ExportedCourse> {
	checkOptions(course, options);
	const packed = course.modules.filter(({ id }) => options.modules?.includes(id) ?? true);
	const people = portraitFiles(packed);
	const language = options.language ?? course.language;
	const { title, summary } = course.texts[language] ?? { title: course.id, summary: '' };
	const locale = localeFor(language);
	const marks = { draft: packed.some(({ reviewed }) => reviewed.length === 0), trial: course.isTrial };
	const modules = packed.map((module, index) => ({
		...module,
		play: module.plays[language] ?? module.play,
		page: `${module.id}.html`,
		passing: passingOf(module, options),
		portraits: people.perModule[index] ?? {}
	}));
	const plays = modules.map(({ play }) => play);
	const characters = charactersIn(plays);
	for (const character of bundle.script +
		bundle.laterScript +
		bundle.menuScript +
		summary +
		bundle.styles +
		title +
		JSON.stringify(course.supportContacts))
		characters.add(character);
	const fonts = await subsetFonts(bundle, characters, emphasisedIn(plays));
	const look = {
		// Italics are slanted by the browser until then: their files are not worth a request before the first decision.
		styles: fontFaces(fonts.filter(({ style }) => style === 'normal')) + bundle.styles,
		laterStyles: fontFaces(fonts.filter(({ style }) => style === 'italic')),
		script: scriptFile,
		direction: isRightToLeft(language) ? ('rtl' as const) : ('ltr' as const),
		needsScript: m.package_needs_script({}, { locale })
	};

	const files: PackageFiles = {
		// The place right behind the player: one request less.
		[scriptFile]: bytes(bundle.script + '\n' + bundle.places[placeOf(options.standard)]),
		[laterFile]: bytes(bundle.laterScript),
		[licencesFile]: bytes(bundle.licences)
	};
	for (const { file, woff2 } of fonts) files[file] = woff2;
	for (const [path, svg] of people.files) files[path] = bytes(svg);
	for (const module of modules) {
		const packaged: PackagedModule = {
			format: 1,
			standard: options.standard,
			module: module.play,
			courseTitle: title,
			organisation: course.organisation,
			supportContacts: course.supportContacts,
			reviewed: module.reviewed,
			passingScaled: module.passing,
			doneStatus: doneStatusFor(options),
			interactions: options.interactions ?? false,
			portraits: module.portraits
		};
		files[module.page] = bytes(modulePage(packaged, look));
	}
	// An xAPI package has one launch; of several modules that is the list of them.
	if (options.standard === 'web' || (options.standard === 'xapi' && modules.length > 1)) {
		files[menuScriptFile] = bytes(bundle.menuScript);
		files[menuFile] = bytes(
			menuPage(
				{
					format: 1,
					standard: options.standard,
					course: { id: course.id, title, summary, language },
					isReviewed: !marks.draft,
					supportContacts: course.supportContacts,
					modules: modules.map(({ id, play, page, portraits }) => ({
						id,
						title: play.title,
						summary: play.summary,
						youAre: play.youAre,
						minutes: play.minutes,
						page,
						faces: Object.keys(play.cast)
							.flatMap((person) => (portraits[person] ? [`${portraits[person]}#calm`] : []))
							.slice(0, 4)
					}))
				},
				look
			)
		);
	}
	const controlDocuments = bundle.controlDocuments[options.standard] ?? {};
	Object.assign(files, controlDocuments);
	const whole = wholeOf(course, options, { title, summary }, modules);
	const plan = {
		id: whole.id,
		course: {
			...whole,
			id: course.id,
			title: markedTitle(whole.title, marks, locale),
			version: course.version,
			language
		},
		modules: modules.map(({ id, play, passing, page, portraits }) => ({
			id,
			title: play.title,
			summary: play.summary,
			passingScaled: passing,
			files: [page, scriptFile, laterFile, ...fonts.map(({ file }) => file), ...Object.values(portraits).sort()],
			objectives: play.objectives.map(({ id, text }) => ({ id, text }))
		})),
		others: [licencesFile, ...Object.keys(controlDocuments)].sort(),
		prerequisites: options.prerequisites ?? false
	};
	for (const [path, text] of Object.entries(manifestFiles(options.standard, plan))) files[path] = bytes(text);
	const suffix = language === course.language ? '' : `-${language.toLowerCase()}`;
	const only = options.modules ? `-${options.modules.join('-')}` : '';
	return {
		fileName: `${course.id}${only}${suffix}-${options.standard}.zip`,
		zip: zipFiles(files),
		files,
		marks,
		passingScaled: Object.fromEntries(modules.map(({ id, passing }) => [id, passing]))
	};
}

/** What a package calls itself: the course, or the one module it holds, so that no two packages of a course look alike. */
function wholeOf(
	course: LoadedCourse,
	options: ExportOptions,
	texts: { title: string; summary: string },
	modules: { id: string; play: PlayModule }[]
): { id: string; title: string; summary: string } {
	const [only] = modules;
	if (options.modules?.length !== 1 || !only) return { id: course.id, ...texts };
	return { id: `${course.id}-${only.id}`, title: only.play.title, summary: only.play.summary };
}

/** Which of the player's places opens a package of this standard. */
function placeOf(standard: Standard): Place {
	return standard === 'scorm2004-3' || standard === 'scorm2004-4' ? 'scorm2004' : standard;
}

/** SCORM 2004 shares with the next module only whether one was passed: where it asks for that, finishing is passing. */
function doneStatusFor({ standard, prerequisites, doneStatus }: ExportOptions): 'completed' | 'passed' {
	return prerequisites && placeOf(standard) === 'scorm2004' ? 'passed' : (doneStatus ?? 'completed');
}

function checkOptions(course: LoadedCourse, options: ExportOptions): void {
	const { language } = options;
	if (language !== undefined && !course.languages.includes(language))
		throw new Error(`${course.id} is not there in “${language}”. There is: ${course.languages.join(', ')}.`);
	const known = course.modules.map(({ id }) => id);
	const unknown = options.modules?.find((module) => !known.includes(module));
	if (unknown !== undefined) throw new Error(`${course.id} has no module “${unknown}”. There is: ${known.join(', ')}.`);
	for (const [module, scaled] of Object.entries(options.passingScaled ?? {})) {
		if (!known.includes(module))
			throw new Error(`${course.id} has no module “${module}”. There is: ${known.join(', ')}.`);
		if (scaled !== null && !(scaled > 0 && scaled <= 1))
			throw new Error(`The passing score of ${module} is ${scaled}; it must be over 0 and at most 1.`);
	}
}

/** What the administrator chose for this export, else what the settings say. */
function passingOf(module: LoadedModule, options: ExportOptions): number | null {
	const chosen = options.passingScaled?.[module.id];
	return chosen === undefined ? module.passingScaled : chosen;
}

/** One file per picture: people who look the same in all modules share it. */
function portraitFiles(modules: LoadedModule[]): { files: Map<string, string>; perModule: Record<string, string>[] } {
	const files = new Map<string, string>();
	const perModule = modules.map(({ sprites }) =>
		Object.fromEntries(
			Object.entries(sprites).map(([person, { svg }]): [string, string] => {
				let path = `people/${person}.svg`;
				for (let other = 2; files.has(path) && files.get(path) !== svg; other += 1)
					path = `people/${person}-${other}.svg`;
				files.set(path, svg);
				return [person, path];
			})
		)
	);
	return { files, perModule };
}

function markedTitle(title: string, marks: ExportedCourse['marks'], locale: MessageLocale): string {
	if (marks.draft && marks.trial) return m.package_title_draft_trial({ title }, { locale });
	if (marks.draft) return m.package_title_draft({ title }, { locale });
	return marks.trial ? m.package_title_trial({ title }, { locale }) : title;
}

type MessageLocale = NonNullable<NonNullable<Parameters<typeof m.package_needs_script>[1]>['locale']>;

/** The interface's language for a course's language: the same, else the same without its region, else English. */
function localeFor(language: string): MessageLocale {
	const known: readonly string[] = locales;
	const found = [language, language.split('-')[0] ?? ''].find((wanted) => known.includes(wanted));
	return (found ?? baseLocale) as MessageLocale;
}

function isRightToLeft(language: string): boolean {
	return /^(ar|arc|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/.test(language);
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
