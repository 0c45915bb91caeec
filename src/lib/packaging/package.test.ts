import { beforeAll, describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { sampleCourse } from '../../../tests/package/sample-package.ts';
import { exportCourse, type ExportedCourse, type ExportOptions } from './export-course.ts';
import type { PlayerBundle } from './player-bundle.ts';

let course: LoadedCourse;
let bundle: PlayerBundle;

beforeAll(async () => {
	({ course, bundle } = await sampleCourse());
});

describe.each(['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)('a package for %s', (standard) => {
	let exported: ExportedCourse;
	const packed = (options: Partial<ExportOptions> = {}, of = course) =>
		exportCourse(of, { standard, ...options }, bundle);

	beforeAll(async () => {
		exported = await packed();
	});

	it('is the same bytes for the same course and options', async () => {
		expect(Buffer.from((await packed()).zip).equals(Buffer.from(exported.zip))).toBe(true);
	});

	it('lists every file it holds but the manifest, byte for byte and case for case, and holds every file it lists', async () => {
		for (const one of [exported, await packed({ modules: ['second'] })]) {
			const listed = [...manifestOf(one).matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href);
			expect([...new Set(listed)].sort()).toEqual(
				Object.keys(unzipSync(one.zip))
					.filter((path) => path !== 'imsmanifest.xml')
					.sort()
			);
		}
	});

	it('has the manifest and the control documents it names in its root', () => {
		const named = [...(/schemaLocation="([^"]+)"/.exec(manifestOf(exported))?.[1] ?? '').matchAll(/\S+\.xsd/g)];
		expect(named.length).toBeGreaterThan(2);
		expect(Object.keys(unzipSync(exported.zip))).toEqual(
			expect.arrayContaining(['imsmanifest.xml', ...named.map(([name]) => name)])
		);
	});

	it('has lower-case ASCII names and no type of file that LMSs refuse', () => {
		for (const path of Object.keys(exported.files).filter((one) => one !== 'XMLSchema.dtd'))
			expect(path).toMatch(/^[a-z0-9_./-]+\.(html|js|svg|woff2|xsd|xml|txt|dtd)$/);
		expect(exported.fileName).toBe(`sample-course-${standard}.zip`);
	});

	it('of one module holds that module alone, under the identifiers it has in the whole but for its own', async () => {
		const one = await packed({ modules: ['second'] });
		expect(one.fileName).toBe(`sample-course-second-${standard}.zip`);
		expect(Object.keys(one.files).filter((path) => /\.html$|people/.test(path))).toEqual([
			'people/ana.svg',
			'second.html'
		]);
		const [own, ...others] = identifiersIn(one);
		expect(own).toBe('alongside_sample_course_second');
		expect(manifestOf(one)).not.toContain('<title>A course');
		for (const id of others) expect(identifiersIn(exported)).toContain(id);
	});

	it('keeps its identifiers whatever its titles and options are, each once', async () => {
		const other = { ...course, texts: { en: { title: 'Another', summary: '', audience: '' } }, isDraft: false };
		const options = { interactions: true, prerequisites: true, passingScaled: { sample: 0.5 } };
		expect(identifiersIn(await packed(options, other))).toEqual(identifiersIn(exported));
		expect(new Set(identifiersIn(exported)).size).toBe(identifiersIn(exported).length);
	});

	it('says in its title that it is a draft or a trial, and nothing once it is neither', async () => {
		expect(manifestOf(exported)).toContain('<title>A course (draft and trial');
		const reviewed = {
			...course,
			modules: course.modules.map((module) => ({ ...module, reviewed: [{ name: 'A. Reviewer', date: '2026-11-01' }] })),
			isTrial: false
		};
		expect(manifestOf(await packed({}, reviewed))).toContain('<title>A course</title>');
	});

	it('says on its pages for which standard they are, and keeps a text from ending its script', () => {
		const page = new TextDecoder().decode(exported.files['sample.html']);
		expect(page).toContain(`"standard":"${standard}"`);
		expect(page).toContain('\\u003c/script> in a title');
		expect(page.match(/<\/script>/g)).toHaveLength(2);
	});

	it('shares scripts, fonts and portraits between its modules, and has the script of its own standard only', () => {
		expect(Object.keys(exported.files).filter((path) => path.endsWith('.js'))).toEqual(['player.js', 'later.js']);
		expect(Object.keys(exported.files).filter((path) => path.endsWith('.svg'))).toEqual([
			'people/ana.svg',
			'people/ana-2.svg'
		]);
		const place = standard === 'scorm12' ? 'scorm12' : 'scorm2004';
		expect(new TextDecoder().decode(exported.files['player.js'])).toBe(`"play"\n"${place}"`);
	});

	it.each([
		[{ passingScaled: { nowhere: 0.5 } }, /no module “nowhere”/],
		[{ modules: ['nowhere'] }, /no module “nowhere”/],
		[{ passingScaled: { sample: 60 } }, /must be over 0 and at most 1/],
		[{ language: 'tlh' }, /not there in “tlh”/]
	])('refuses %j', async (options, message) => {
		await expect(packed(options)).rejects.toThrow(message);
	});
});

describe('a plain web package', () => {
	it('begins at index.html, which lists its modules, and holds nothing of any LMS', async () => {
		const { files, fileName } = await exportCourse(course, { standard: 'web' }, bundle);
		expect(fileName).toBe('sample-course-web.zip');
		const index = new TextDecoder().decode(files['index.html']);
		expect(index).toContain('"page":"sample.html"');
		expect(index).toContain('"page":"second.html"');
		expect(Object.keys(files).filter((path) => /manifest|xsd/.test(path))).toEqual([]);
	});
});

describe('an xAPI package', () => {
	it('of several modules is launched at the list of them, of one at its page', async () => {
		const launchOf = ({ files }: ExportedCourse) =>
			/<launch[^>]*>([^<]*)</.exec(new TextDecoder().decode(files['tincan.xml']))?.[1] ?? '';
		const whole = await exportCourse(course, { standard: 'xapi' }, bundle);
		const one = await exportCourse(course, { standard: 'xapi', modules: ['second'] }, bundle);
		expect([launchOf(whole), launchOf(one)]).toEqual(['index.html', 'second.html']);
		for (const exported of [whole, one]) expect(Object.keys(exported.files)).toContain(launchOf(exported));
	});
});

describe('a package of one module', () => {
	it('is refused where the course has no such module', async () => {
		await expect(exportCourse(course, { standard: 'scorm12', modules: ['third'] }, bundle)).rejects.toThrow(
			/no module “third”/
		);
	});
});

function manifestOf({ files }: ExportedCourse): string {
	return new TextDecoder().decode(files['imsmanifest.xml']);
}

function identifiersIn(one: ExportedCourse): (string | undefined)[] {
	return [...manifestOf(one).matchAll(/ identifier="([^"]+)"/g)].map(([, id]) => id);
}
