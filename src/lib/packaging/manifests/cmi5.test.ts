import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { sampleCourse } from '../../../../tests/package/sample-package.ts';
import { exportCourse, type ExportedCourse } from '../export-course.ts';
import type { PlayerBundle } from '../player-bundle.ts';
import { cmi5Structure } from './cmi5.ts';

let course: LoadedCourse;
let bundle: PlayerBundle;
let exported: ExportedCourse;
let structure: string;

beforeAll(async () => {
	({ course, bundle } = await sampleCourse());
	exported = await exportCourse(course, { standard: 'cmi5' }, bundle);
	structure = structureOf(exported);
});

describe('a cmi5 package', () => {
	it('cmi5 4.4.0.0-1, 4.4.0.0-2, 13.2.0.0-1: has a structure that is valid by the schema, with every option too', async () => {
		const full = await exportCourse(
			course,
			{ standard: 'cmi5', passingScaled: { sample: 0.123456, second: 1 }, interactions: true, prerequisites: true },
			bundle
		);
		expect(await faultsIn(structure)).toEqual([]);
		expect(await faultsIn(structureOf(full))).toEqual([]);
		expect(structureOf(full)).toContain('masteryScore="0.1235"');
	});

	it.each([
		['a moveOn that nobody knows', (text: string) => text.replace('moveOn="Completed"', 'moveOn="Sometimes"')],
		['an AU without an id', (text: string) => text.replace(/<au id="[^"]+"/, '<au')],
		['an AU without an address', (text: string) => text.replace(/<url>.*<\/url>/, '')]
	])('would fail that check with %s', async (_what, spoil) => {
		expect(spoil(structure)).not.toBe(structure);
		expect(await faultsIn(spoil(structure))).not.toEqual([]);
	});

	it('cmi5 8.1.0.0-6, 13.1.4.0-2: has addresses that are valid and bring no launch parameters of their own', () => {
		const urls = valuesOf(/<url>([^<]*)<\/url>/g);
		expect(urls).toHaveLength(2);
		for (const url of urls) {
			expect(url).toMatch(/^[a-z0-9][a-z0-9/._-]*$/);
			expect(new URL(url, 'https://lms.example/').search).toBe('');
		}
	});

	it('cmi5 13.1.3.0-1: has no objective twice, though two modules name theirs the same', () => {
		const ids = valuesOf(/<objective id="([^"]+)"/g);
		expect(ids).toHaveLength(4);
		expect(new Set(ids).size).toBe(4);
		expect(valuesOf(/idref="([^"]+)"/g)).toEqual(ids);
	});

	it('cmi5 13.1.4.0-1: has no AU id twice, and each is an absolute IRI', () => {
		const ids = valuesOf(/<au id="([^"]+)"/g);
		expect(ids).toEqual(['urn:alongside:module:sample-course:sample', 'urn:alongside:module:sample-course:second']);
	});

	it('cmi5 14.1.0.0-1: is a zip that follows the format, deflated, with names in ASCII', () => {
		expect([...exported.zip.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
		expect(Object.keys(unzipSync(exported.zip)).sort()).toEqual(Object.keys(exported.files).sort());
	});

	it('cmi5 14.1.0.0-2: has cmi5.xml in its root', () => {
		expect(Object.keys(unzipSync(exported.zip))).toContain('cmi5.xml');
	});

	it('cmi5 14.1.0.0-3: names its own files by relative addresses, and they are there', () => {
		for (const url of valuesOf(/<url>([^<]*)<\/url>/g)) expect(Object.keys(exported.files)).toContain(url);
	});

	it('always says what moves on: finishing, with a passing score too', async () => {
		const strict = await exportCourse(course, { standard: 'cmi5', passingScaled: { sample: 0.6 } }, bundle);
		expect(structureOf(strict).match(/moveOn="Completed"/g)).toHaveLength(2);
		expect(structureOf(strict).match(/masteryScore=/g)).toHaveLength(1);
		expect(structure).not.toContain('masteryScore');
	});

	it('keeps its ids whatever its titles and options are', async () => {
		const other = { ...course, texts: { en: { title: 'Another', summary: '', audience: '' } } };
		const renamed = structureOf(await exportCourse(other, { standard: 'cmi5', interactions: true }, bundle));
		expect([...renamed.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual(valuesOf(/ id="([^"]+)"/g));
	});

	it('escapes and shortens what titles and texts hold, and describes what has no summary', async () => {
		const text = cmi5Structure({
			id: 'c',
			course: { id: 'c', title: 'A & B', summary: '', version: '1', language: 'en' },
			modules: [
				{ id: 'm', title: `<${'x'.repeat(300)}`, summary: '', passingScaled: null, files: ['m.html'], objectives: [] }
			],
			others: [],
			prerequisites: false
		});
		expect(text).toContain('A &amp; B');
		expect(text).toContain(`&lt;${'x'.repeat(198)}…`);
		expect(text).not.toMatch(/<langstring lang="en"(\/>|><)/);
		expect(await faultsIn(text)).toEqual([]);
	});
});

describe('an xAPI package', () => {
	it('has tincan.xml in its root with exactly one activity that is launched: the module, where it holds one', async () => {
		const single = await exportCourse(course, { standard: 'xapi', modules: ['second'] }, bundle);
		const text = tincanOf(single);
		expect(text.match(/<launch /g)).toHaveLength(1);
		expect(text).toMatch(
			/<activity id="urn:alongside:module:sample-course:second" type="http:\/\/adlnet.gov[^"]*module">/
		);
		expect(text).toContain('<launch lang="en">second.html</launch>');
		expect(Object.keys(unzipSync(single.zip))).toContain('second.html');
	});

	it('launches the course where it holds several modules, and names each of them', async () => {
		const text = tincanOf(await exportCourse(course, { standard: 'xapi' }, bundle));
		expect([...text.matchAll(/<activity id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
			'urn:alongside:course:sample-course',
			'urn:alongside:module:sample-course:sample',
			'urn:alongside:module:sample-course:second'
		]);
		expect(text.match(/<launch [^>]*>index\.html<\/launch>/g)).toHaveLength(1);
	});
});

function structureOf({ files }: ExportedCourse): string {
	return new TextDecoder().decode(files['cmi5.xml']);
}

function tincanOf({ files }: ExportedCourse): string {
	return new TextDecoder().decode(files['tincan.xml']);
}

function valuesOf(pattern: RegExp): string[] {
	return [...structure.matchAll(pattern)].map(([, value = '']) => value);
}

/** What libxml finds wrong by the schema of the standard. */
async function faultsIn(xml: string): Promise<string[]> {
	const { errors } = await validateXML({
		xml: [{ fileName: 'cmi5.xml', contents: xml }],
		schema: [
			{
				fileName: 'CourseStructure.xsd',
				contents: await readFile('tests/package/cmi5/CourseStructure.xsd', 'utf8')
			}
		]
	});
	return errors.map(({ message }) => message);
}
