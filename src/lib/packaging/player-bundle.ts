import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standard } from '#lib/scenario/packaged-module.ts';

/** The scripts that open a package, one per way of keeping an attempt. Each goes behind the player's. */
export const places = ['scorm12', 'scorm2004', 'cmi5', 'xapi', 'web'] as const;
/** One of `places`. */
export type Place = (typeof places)[number];

/** One face that the player uses, before it is cut down to a course's characters. */
export type BundleFont = {
	/** File name without its ending, and the CSS that belongs to the face. */
	name: string;
	family: string;
	style: 'normal' | 'italic';
	woff2: Uint8Array;
};

/** The stand-alone player as `npm run build` leaves it: everything of a package that is the same for every course. */
export type PlayerBundle = {
	/** Classic scripts, for one language: what is needed up to the first decision, and the rest. */
	script: string;
	laterScript: string;
	/** The first page of a package that is opened as a whole. */
	menuScript: string;
	places: Record<Place, string>;
	styles: string;
	fonts: BundleFont[];
	/** The control documents that a package has to carry, per standard that has any: path → bytes. */
	controlDocuments: Partial<Record<Standard, Record<string, Uint8Array>>>;
	/** Plain text: what the package contains that others made. */
	licences: string;
};

/** The faces as the build lays them down. */
export const bundleFonts: readonly Omit<BundleFont, 'woff2'>[] = [
	{ name: 'atkinson', family: 'Atkinson Hyperlegible Next', style: 'normal' },
	{ name: 'atkinson-italic', family: 'Atkinson Hyperlegible Next', style: 'italic' },
	{ name: 'newsreader', family: 'Newsreader', style: 'normal' },
	{ name: 'newsreader-italic', family: 'Newsreader', style: 'italic' }
];

/**
 * Reads the stand-alone player.
 * @param options.dir normally `build/player`
 * @param options.language the interface's language; one that was not built gives the base language's
 * @throws Error where the player has not been built: the message says what to run
 */
export async function readPlayerBundle(options: { dir: string; language: string }): Promise<PlayerBundle> {
	const { dir, language } = options;
	const names = await readdir(dir).catch((): string[] => []);
	if (!names.includes('licences.txt')) throw new Error(`There is no player in ${dir}. Run: npm run build`);
	const suffix = [`.${language}`, `.${language.split('-')[0]}`].find((one) => names.includes(`player${one}.js`)) ?? '';
	const text = (name: string) => readFile(join(dir, name), 'utf8');
	const bytes = async (name: string) => new Uint8Array(await readFile(join(dir, name)));
	const documentsOf = async (standard: Standard) => {
		const found = (await readdir(join(dir, standard))).sort();
		return Object.fromEntries(
			await Promise.all(
				found.map(async (name): Promise<[string, Uint8Array]> => [name, await bytes(`${standard}/${name}`)])
			)
		);
	};
	return {
		script: await text(`player${suffix}.js`),
		laterScript: await text(`later${suffix}.js`),
		menuScript: await text(`menu${suffix}.js`),
		styles: await text('player.css'),
		fonts: await Promise.all(
			bundleFonts.map(async (font) => ({ ...font, woff2: await bytes(`fonts/${font.name}.woff2`) }))
		),
		places: Object.fromEntries(
			await Promise.all(places.map(async (place) => [place, await text(`${place}${suffix}.js`)] as const))
		) as Record<Place, string>,
		controlDocuments: {
			scorm12: await documentsOf('scorm12'),
			'scorm2004-3': await documentsOf('scorm2004-3'),
			'scorm2004-4': await documentsOf('scorm2004-4')
		},
		licences: await text('licences.txt')
	};
}
