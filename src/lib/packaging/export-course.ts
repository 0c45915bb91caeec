import type { PlayModule } from '#lib/scenario/module.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, locales } from '#lib/paraglide/runtime.js';
import { charactersIn, emphasisedIn } from './characters.ts';
import { fontFaces, subsetFonts } from './fonts.ts';
import { modulePage, type PackagedModule } from './module-page.ts';
import type { PlayerBundle } from './player-bundle.ts';
import { scorm12Manifest } from './scorm12-manifest.ts';
import { zipFiles, type PackageFiles } from './zip.ts';

/** A course as far as a package needs it; compiled, translated, its settings filled in, its portraits drawn. */
export type CourseToPack = {
	id: string;
	title: string;
	summary: string;
	version: string;
	/** Language of the texts. */
	language: string;
	organisation: string;
	/** None makes the package a marked trial. */
	supportContacts: { name: string; how: string; outsideLineManagement: boolean }[];
	modules: {
		play: PlayModule;
		/** Reviews by peer workers of this very revision; none on any module makes the package a marked draft. */
		reviewed: { name: string; date: string }[];
		/** Per person: the SVG sprite. */
		sprites: Record<string, string>;
		/** From the settings, 0..1; null asks for completion only. */
		passingScaled: number | null;
	}[];
};

/** What an administrator chooses. */
export type ExportOptions = {
	standard: 'scorm12';
	/** Per module id, 0..1, over the settings; null asks for completion only. */
	passingScaled?: Record<string, number | null>;
	/** Record each choice as an interaction; off unless told. */
	interactions?: boolean;
	/** Each module asks for the one before it; off unless told, since LMSs differ. */
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
};

const scriptFile = 'player.js';

/**
 * Packs a course for an LMS: one SCO per module, one player shared by all. Nothing but its arguments goes in, so the
 * same course, options and bundle give the same bytes.
 * @throws Error on an option that names no module, or a passing score outside 0..1
 */
export async function exportCourse(
	course: CourseToPack,
	options: ExportOptions,
	bundle: PlayerBundle
): Promise<ExportedCourse> {
	checkOptions(course, options);
	const locale = localeFor(course.language);
	const marks = {
		draft: course.modules.some(({ reviewed }) => reviewed.length === 0),
		trial: course.supportContacts.length === 0
	};
	const plays = course.modules.map(({ play }) => play);
	const characters = charactersIn(plays);
	for (const character of bundle.script + bundle.styles + course.title + JSON.stringify(course.supportContacts))
		characters.add(character);
	const fonts = await subsetFonts(bundle, characters, emphasisedIn(plays));
	const styles = fontFaces(fonts) + bundle.styles;
	const direction = isRightToLeft(course.language) ? 'rtl' : 'ltr';
	const portraits = portraitFiles(course);
	const passingOf = (module: CourseToPack['modules'][number]) =>
		options.passingScaled && module.play.id in options.passingScaled
			? (options.passingScaled[module.play.id] ?? null)
			: module.passingScaled;

	const files: PackageFiles = { [scriptFile]: bytes(bundle.script), 'licences.txt': bytes(bundle.licences) };
	for (const { file, woff2 } of fonts) files[file] = woff2;
	for (const [path, svg] of portraits.files) files[path] = bytes(svg);
	for (const [index, module] of course.modules.entries()) {
		const packaged: PackagedModule = {
			format: 1,
			standard: options.standard,
			module: module.play,
			courseTitle: course.title,
			organisation: course.organisation,
			supportContacts: course.supportContacts,
			reviewed: module.reviewed,
			passingScaled: passingOf(module),
			doneStatus: options.doneStatus ?? 'completed',
			interactions: options.interactions ?? false,
			portraits: portraits.perModule[index] ?? {}
		};
		const page = modulePage(
			packaged,
			{ styles, script: scriptFile, direction },
			{
				needsScript: m.package_needs_script({}, { locale })
			}
		);
		files[`${module.play.id}.html`] = bytes(page);
	}
	const pages = course.modules.map(({ play }) => `${play.id}.html`);
	const manifest = scorm12Manifest({
		course: { ...course, title: markedTitle(course.title, marks, locale) },
		modules: course.modules.map((module) => ({
			id: module.play.id,
			title: module.play.title,
			summary: module.play.summary,
			passingScaled: passingOf(module),
			files: [`${module.play.id}.html`]
		})),
		shared: [...Object.keys(files).filter((path) => !pages.includes(path)), ...Object.keys(bundle.scorm12)].sort(),
		prerequisites: options.prerequisites ?? false
	});
	Object.assign(files, bundle.scorm12);
	files['imsmanifest.xml'] = bytes(manifest);
	const language = course.language === 'en' ? '' : `-${course.language.toLowerCase()}`;
	return { fileName: `${course.id}${language}-${options.standard}.zip`, zip: zipFiles(files), files, marks };
}

function checkOptions(course: CourseToPack, options: ExportOptions): void {
	const known = course.modules.map(({ play }) => play.id);
	for (const [module, scaled] of Object.entries(options.passingScaled ?? {})) {
		if (!known.includes(module))
			throw new Error(`${course.id} has no module “${module}”. There is: ${known.join(', ')}.`);
		if (scaled !== null && !(scaled > 0 && scaled <= 1))
			throw new Error(`The passing score of ${module} is ${scaled}; it must be over 0 and at most 1.`);
	}
}

/** One file per picture: people who look the same in all modules share it. */
function portraitFiles(course: CourseToPack): { files: Map<string, string>; perModule: Record<string, string>[] } {
	const files = new Map<string, string>();
	const perModule = course.modules.map(({ sprites }) =>
		Object.fromEntries(
			Object.entries(sprites).map(([person, svg]): [string, string] => {
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
