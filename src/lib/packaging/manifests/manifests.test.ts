import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { ownCourse } from '../../../../tests/package/packed.ts';
import { sampleCourse } from '../../../../tests/package/sample-package.ts';
import { schemaFaults } from '../../../../tests/support/schema-faults.ts';
import { exportCourse, type ExportedCourse, type ExportOptions } from '../export-course.ts';
import type { PlayerBundle } from '../player-bundle.ts';
import type { PackagePlan } from './plan.ts';
import { manifestFiles } from './manifest-files.ts';

const standards = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;
let sample: LoadedCourse;
let own: LoadedCourse;
let bundle: PlayerBundle;

beforeAll(async () => {
	({ course: sample, bundle } = await sampleCourse());
	own = await ownCourse();
});

const everyOption = ({ modules }: LoadedCourse): Partial<ExportOptions> => ({
	passingScaled: Object.fromEntries(modules.map(({ id }, at) => [id, at === 0 ? 0.6 : 1])),
	prerequisites: true,
	interactions: true,
	doneStatus: 'passed'
});
const manifestOf = ({ files }: ExportedCourse) => new TextDecoder().decode(files['imsmanifest.xml']);
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, match]) => match);

describe.each(standards)('the manifest for %s', (standard) => {
	const packed = (course: LoadedCourse, options: Partial<ExportOptions> = {}) =>
		exportCourse(course, { standard, ...options }, bundle);

	it('is valid by the official schemas: every course, plain, with every option, and each module alone', async () => {
		for (const course of [sample, own])
			for (const options of [{}, everyOption(course), { modules: [course.modules[1]!.id] }]) {
				const { files } = await packed(course, options);
				expect(await schemaFaults(standard, files), `${course.id} ${JSON.stringify(options)}`).toEqual([]);
			}
	}, 120_000);

	it.each<[string, (text: string) => string]>([
		['an unknown type of SCO', (text) => text.replace(/(scorm[tT]ype)="sco"/, '$1="SCO"')],
		['an item without an identifier', (text) => text.replace('<item identifier="item_sample"', '<item')],
		['an attribute nobody knows', (text) => text.replace('<organizations', '<organizations colour="red"')],
		['no organisations', (text) => text.replace(/<organizations[^]*<\/organizations>/, '')]
	])('would fail that check with %s', async (_what, spoil) => {
		const exported = await packed(sample);
		const broken = spoil(manifestOf(exported));
		expect(broken).not.toBe(manifestOf(exported));
		expect(await schemaFaults(standard, exported.files, broken)).not.toEqual([]);
	});

	it('refers to nothing that is not there, and lists the page of each module first', async () => {
		const exported = await packed(own, everyOption(own));
		const text = manifestOf(exported);
		const resources = found(text, /<resource identifier="([^"]+)"/g);
		expect(found(text, /identifierref="([^"]+)"/g)).toEqual(resources.filter((id) => id !== 'others'));
		expect(found(text, /<organizations default="([^"]+)"/g)).toEqual(
			found(text, /<organization identifier="([^"]+)"/g)
		);
		const pages = [...text.matchAll(/="sco" href="([^"]+)">\s*<file href="([^"]+)"/g)];
		expect(pages.map(([, href, file]) => [href, file])).toEqual(
			own.modules.map(({ id }) => [`${id}.html`, `${id}.html`])
		);
	});

	it('says title, description, language and version', async () => {
		const { files } = await packed(own);
		const said = Object.keys(files).filter((path) => path.endsWith('.xml'));
		const text = said.map((path) => new TextDecoder().decode(files[path])).join('\n');
		const { title, summary } = own.texts[own.language]!;
		for (const one of [title, summary, `>${own.language}<`, `>${own.version}<`]) expect(text).toContain(one);
	});

	it('escapes what titles and texts hold, and cuts a title at 200 characters', async () => {
		const plan: PackagePlan = {
			id: 'c',
			course: { id: 'c', title: 'A & B <"C">', summary: '\u0007', version: '1', language: 'en' },
			modules: [
				{ id: 'm', title: 'x'.repeat(300), summary: '', passingScaled: null, files: ['m.html'], objectives: [] }
			],
			others: [],
			prerequisites: false
		};
		const text = manifestFiles(standard, plan)['imsmanifest.xml'] ?? '';
		expect(text).toContain('A &amp; B &lt;&quot;C&quot;&gt;');
		expect(text).toContain(`<title>${'x'.repeat(199)}…</title>`);
		const { files } = await packed(sample);
		expect(await schemaFaults(standard, files, text)).toEqual([]);
	});
});

describe('the manifest for SCORM 1.2', () => {
	it('would fail the check with 2004’s spelling of what is a SCO', async () => {
		const { files } = await exportCourse(sample, { standard: 'scorm12' }, bundle);
		const text = new TextDecoder().decode(files['imsmanifest.xml']).replaceAll('scormtype', 'scormType');
		expect(await schemaFaults('scorm12', files, text)).not.toEqual([]);
	});

	it('asks for no score and no order unless told', async () => {
		const text = manifestOf(await exportCourse(sample, { standard: 'scorm12' }, bundle));
		expect(text).not.toMatch(/masteryscore|prerequisites/);
		const options = { passingScaled: { second: 0.58 }, prerequisites: true };
		const strict = manifestOf(await exportCourse(sample, { standard: 'scorm12', ...options }, bundle));
		expect(strict).toContain('<adlcp:masteryscore>58</adlcp:masteryscore>');
		expect(strict).toContain('<adlcp:prerequisites type="aicc_script">item_sample</adlcp:prerequisites>');
	});
});

describe.each([
	['scorm2004-3', '2004 3rd Edition'],
	['scorm2004-4', '2004 4th Edition']
] as const)('the manifest for %s', (standard, edition) => {
	const manifest = async (options: Partial<ExportOptions> = {}) =>
		manifestOf(await exportCourse(sample, { standard, ...options }, bundle));

	it.each<[string, (text: string) => string]>([
		['a misspelt element of sequencing', (text) => text.replaceAll('imsss:controlMode', 'imsss:controlmode')],
		['a word for true', (text) => text.replace('completionSetByContent="true"', 'completionSetByContent="yes"')],
		[
			'delivery controls before the objectives',
			(text) =>
				text.replace(/(<imsss:objectives>[^]*?<\/imsss:objectives>)(\s*)(<imsss:deliveryControls[^>]*>)/, '$3$2$1')
		],
		['a pass mark over 1', (text) => text.replace('>0.6</imsss:min', '>60</imsss:min')]
	])('would fail the check with %s', async (_what, spoil) => {
		const exported = await exportCourse(sample, { standard, ...everyOption(sample) }, bundle);
		const broken = spoil(manifestOf(exported));
		expect(broken).not.toBe(manifestOf(exported));
		expect(await schemaFaults(standard, exported.files, broken)).not.toEqual([]);
	});

	it('names its edition to the letter', async () => {
		expect(await manifest()).toContain(`<schemaversion>${edition}</schemaversion>`);
	});

	it('has no sequencing and no pass mark unless told, and takes completion and success from each module', async () => {
		const text = await manifest();
		expect(text).not.toMatch(/mapInfo|sequencingRules|primaryObjective|completionThreshold|hideLMSUI/);
		expect(found(text, /<imsss:deliveryControls ([^/]*)\/>/g)).toEqual(
			Array(2).fill('completionSetByContent="true" objectiveSetByContent="true"')
		);
	});

	it('closes a module until the one before it is passed, where that is asked for', async () => {
		const text = await manifest({ prerequisites: true });
		const [first = '', second = ''] = text.split('<item ').slice(1);
		expect(first).toContain('targetObjectiveID="alongside.sample_course.sample"');
		expect(first).toContain('writeSatisfiedStatus="true"');
		expect(first).not.toContain('disabled');
		expect(second).toMatch(/referencedObjective="BEFORE" operator="not" condition="satisfied"/);
		expect(second).toMatch(/referencedObjective="BEFORE" operator="not" condition="objectiveStatusKnown"/);
		expect(second).toMatch(/targetObjectiveID="alongside.sample_course.sample" readSatisfiedStatus="true"/);
	});

	it('then has a finished module say passed, since nothing else opens the next', async () => {
		const { files } = await exportCourse(sample, { standard, prerequisites: true }, bundle);
		expect(new TextDecoder().decode(files['sample.html'])).toContain('"doneStatus":"passed"');
	});

	it('has a pass mark where a passing score is set', async () => {
		const text = await manifest({ passingScaled: { second: 0.58 } });
		expect(text).toContain('objectiveID="PRIMARY_second" satisfiedByMeasure="true"');
		expect(text).toContain('<imsss:minNormalizedMeasure>0.58</imsss:minNormalizedMeasure>');
	});
});
