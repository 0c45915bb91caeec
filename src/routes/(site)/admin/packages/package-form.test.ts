import { describe, expect, it } from 'vitest';
import { parsePackageForm, toExportOptions } from './package-form.ts';

const asPageSends = { course: 'working-alongside', standard: 'scorm12', module: '', finished: 'completion' };

function posted(fields: Record<string, string>, more: [string, string | Blob][] = []): FormData {
	const form = new FormData();
	for (const [name, value] of [...Object.entries(fields), ...more])
		if (typeof value === 'string') form.append(name, value);
		else form.append(name, value, 'a.txt');
	return form;
}

function optionsFor(fields: Record<string, string>) {
	const parsed = parsePackageForm(posted({ ...asPageSends, ...fields }));
	if (!parsed.ok) throw new Error(parsed.refused);
	const modules = [{ id: 'first' }, { id: 'second' }];
	return toExportOptions(parsed.value, {
		language: 'en',
		languages: ['en', 'de'],
		modules: modules as Parameters<typeof toExportOptions>[1]['modules']
	});
}

describe('the form of a package', () => {
	it('asks for completion only, of the whole course, in its own language, unless told otherwise', () => {
		expect(optionsFor({})).toEqual({
			ok: true,
			value: {
				standard: 'scorm12',
				language: 'en',
				passingScaled: { first: null, second: null },
				interactions: false,
				prerequisites: false,
				doneStatus: 'completed'
			}
		});
	});

	it('sets passing scores in hundredths; 0 and nothing set none', () => {
		const scores = { finished: 'score', 'passing:first': '60', 'passing:second': '0' };
		expect(optionsFor(scores)).toMatchObject({ value: { passingScaled: { first: 0.6, second: null } } });
		const empty = { finished: 'score', 'passing:first': ' ' };
		expect(optionsFor(empty)).toMatchObject({ value: { passingScaled: { first: null, second: null } } });
	});

	it('leaves scores aside where completion is all that is asked, even those of the settings', () => {
		expect(optionsFor({ 'passing:first': '60' })).toMatchObject({ value: { passingScaled: { first: null } } });
	});

	it.each(['cmi5', 'xapi', 'web'])('is refused where %s has no way to say that modules come in order', (standard) => {
		expect(optionsFor({ standard, prerequisites: 'yes' })).toEqual({ ok: false, refused: 'order' });
	});

	it('packs one module alone, which asks for none before it', () => {
		expect(optionsFor({ module: 'second', prerequisites: 'yes' })).toMatchObject({
			value: { modules: ['second'], prerequisites: false }
		});
	});

	it('takes each option that is ticked', () => {
		const all = { interactions: 'yes', prerequisites: 'yes', passed: 'yes', language: 'de', standard: 'scorm2004-4' };
		expect(optionsFor(all)).toMatchObject({
			value: {
				standard: 'scorm2004-4',
				interactions: true,
				prerequisites: true,
				doneStatus: 'passed',
				language: 'de'
			}
		});
	});

	it.each<Record<string, string>>([
		{ module: 'third' },
		{ language: 'fr' },
		{ finished: 'score', 'passing:third': '60' }
	])('is refused where the course has no such thing: %j', (fields) => {
		expect(optionsFor(fields)).toEqual({ ok: false, refused: 'gone' });
	});

	it.each([
		[{ standard: 'aicc' }, 'standard'],
		[{ standard: 'toString' }, 'standard'],
		[{ 'passing:first': '101' }, 'passing'],
		[{ 'passing:first': '-1' }, 'passing'],
		[{ 'passing:first': '6e1' }, 'passing'],
		[{ 'passing:first': 'sixty' }, 'passing'],
		[{ finished: 'never' }, 'form'],
		[{ interactions: 'no' }, 'form'],
		[{ course: '' }, 'form'],
		[{ course: 'x'.repeat(201) }, 'form'],
		[{ unknown: '1' }, 'form'],
		[{ __proto__x: '1' }, 'form']
	] as const)('is refused with a reason: %j', (fields, refused) => {
		expect(parsePackageForm(posted({ ...asPageSends, ...fields }))).toEqual({ ok: false, refused });
	});

	it('is refused where a field comes twice, as a file, or under the name of a prototype', () => {
		for (const more of [
			['course', 'other'],
			['language', new Blob(['en'])],
			['__proto__', 'x']
		] as [string, string | Blob][])
			expect(parsePackageForm(posted(asPageSends, [more]))).toEqual({ ok: false, refused: 'form' });
	});

	it('is refused where nothing comes at all', () => {
		expect(parsePackageForm(new FormData())).toMatchObject({ ok: false });
	});
});
