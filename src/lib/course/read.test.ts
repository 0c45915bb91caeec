import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { samplesDir, withCourses } from '../../../tests/support/check-files.ts';
import { languageSchema } from './course-schema.ts';
import { readCourses } from './read.ts';
import { parseYaml } from './yaml-source.ts';

const course = readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8');
const visit = readFileSync(join(samplesDir, 'base/visit.yaml'), 'utf8');

/** Reads the sample after something was done to its folder; gives the codes of what was found, with their files. */
function codesAfter(change: (dir: string) => void): Promise<string[]> {
	return withCourses({ 'sample/course.yaml': course, 'sample/visit.yaml': visit }, async (coursesDir) => {
		change(coursesDir);
		const { problems } = await readCourses({ coursesDir });
		return problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
	});
}

it('reads the sample without a problem', async () => {
	expect(await codesAfter(() => undefined)).toEqual([]);
});

it('names the folder of courses that is not there, and what to set', async () => {
	const coursesDir = join(samplesDir, 'no-such-folder');
	await expect(readCourses({ coursesDir })).rejects.toThrow(/no-such-folder: the folder of courses.*ALONGSIDE_COURSES/);
});

it.each([
	['text in another encoding', Buffer.from('id: visit\ntitle: Caf\u00e9\n', 'latin1'), '1:1 not-utf8'],
	['text in UTF-16', Buffer.from('\ufeffid: visit\n', 'utf16le'), '1:1 not-utf8'],
	['a control character', 'id: visit\ntitle: A\u0007b\n', '2:9 control-character'],
	['a mark that turns text around', 'id: visit\ntitle: A\u202eb\n', '2:9 control-character'],
	['five million bytes', `# ${'x'.repeat(5_000_000)}`, '1:1 file-too-large'],
	['nothing', '', '1:1 wrong-type'],
	['one bare text', 'hello\n', '1:1 wrong-type'],
	['two documents', 'id: visit\n---\nid: visit\n', '2:1 yaml-syntax'],
	['a hundred thousand brackets', '['.repeat(100_000), 'yaml-syntax'],
	['a tag', 'id: !course visit\n', 'yaml-syntax'],
	['bytes instead of text', 'id: !!binary aGk=\n', 'wrong-type'],
	['anchors that multiply', `a: &a [x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: [${'*b,'.repeat(9)}*b]\n`, 'yaml-alias'],
	['a key twice, once in quotes', 'id: visit\n"id": visit\n', '2:1 duplicate-key'],
	['a key named __proto__', `${visit}__proto__: { polluted: true }\n`, 'unknown-key']
])('tells of a module file with %s', async (_, content, expected) => {
	const codes = await codesAfter((dir) => writeFileSync(join(dir, 'sample/visit.yaml'), content));
	expect(
		codes.some((code) => code.startsWith('courses/sample/visit.yaml:') && code.endsWith(expected)),
		codes.join()
	).toBe(true);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('reads a file of many keys, and finds each, in a time that grows with its length', () => {
	const count = 60_000;
	const began = performance.now();
	const { source } = parseYaml('many.yaml', Array.from({ length: count }, (_, index) => `key-${index}: 1\n`).join(''));
	for (let index = 0; index < count; index += 1) source?.place([`key-${index}`]);
	expect(source?.place([`key-${count - 1}`], 'key')).toEqual({ line: count, column: 1 });
	// Comparing each key with each took a minute.
	expect(performance.now() - began).toBeLessThan(30_000);
}, 120_000);

it('does not follow a link out of the folder of courses', async () => {
	const codes = await codesAfter((dir) => {
		rmSync(join(dir, 'sample/visit.yaml'));
		symlinkSync('/etc/hostname', join(dir, 'sample/visit.yaml'));
	});
	expect(codes).toEqual(['courses/sample/visit.yaml:1:1 outside-folder']);
});

it('tells of a link that leads back to itself', async () => {
	const codes = await codesAfter((dir) => {
		rmSync(join(dir, 'sample/visit.yaml'));
		symlinkSync('visit.yaml', join(dir, 'sample/visit.yaml'));
	});
	expect(codes).toEqual(['courses/sample/visit.yaml:1:1 outside-folder']);
});

it('does not wait for a named pipe', async () => {
	const codes = await codesAfter((dir) => {
		rmSync(join(dir, 'sample/visit.yaml'));
		execFileSync('mkfifo', [join(dir, 'sample/visit.yaml')]);
	});
	expect(codes).toEqual(['courses/sample/visit.yaml:1:1 not-a-file']);
});

it('tells of a folder where a file should be', async () => {
	const codes = await codesAfter((dir) => {
		rmSync(join(dir, 'sample/visit.yaml'));
		mkdirSync(join(dir, 'sample/visit.yaml'));
	});
	expect(codes).toEqual(['courses/sample/visit.yaml:1:1 not-a-file']);
});

it('tells of a folder without a course file, and of a file that is not listed', async () => {
	const codes = await codesAfter((dir) => {
		mkdirSync(join(dir, 'empty'));
		writeFileSync(join(dir, 'sample/draft.yaml'), 'id: draft\n');
	});
	expect(codes).toEqual([
		'courses/empty/course.yaml:1:1 missing-file',
		'courses/sample/course.yaml:7:1 module-not-listed'
	]);
});

it('warns of a translation of a module that the course does not have', async () => {
	const codes = await codesAfter((dir) => {
		mkdirSync(join(dir, 'sample/translations/de'), { recursive: true });
		for (const name of ['course', 'visit', 'vist'])
			writeFileSync(join(dir, `sample/translations/de/${name}.yaml`), 'title: Der Besuch\n');
	});
	expect(codes).toEqual(['courses/sample/translations/de/vist.yaml:1:1 translation-not-listed']);
});

it('tells of a course that is not called like its folder', async () => {
	const codes = await codesAfter((dir) =>
		writeFileSync(join(dir, 'sample/course.yaml'), course.replace('id: sample', 'id: other'))
	);
	expect(codes).toEqual(['courses/sample/course.yaml:1:5 id-not-name']);
});

it('keeps a module’s id from leading out of the folder', async () => {
	const codes = await codesAfter((dir) =>
		writeFileSync(join(dir, 'sample/course.yaml'), course.replace('modules: [visit]', 'modules: [visit, ../../secret]'))
	);
	expect(codes).toEqual(['courses/sample/course.yaml:7:18 bad-id']);
});

it.each(['not-a-lang!!', '__proto__', 'constructor', 'de_AT', 'en-aa-bb', 'German'])(
	'tells of a translation’s folder called “%s”, which no language is',
	async (name) => {
		await withCourses(
			{
				'sample/course.yaml': course,
				'sample/visit.yaml': visit,
				[`sample/translations/${name}/visit.yaml`]: 'title: Der Besuch\n'
			},
			async (coursesDir) => {
				const { problems, courses } = await readCourses({ coursesDir });
				expect(problems).toEqual([
					{
						code: 'translation-language',
						severity: 'error',
						file: `courses/sample/translations/${name}`,
						line: 1,
						column: 1,
						message: `A translation’s folder is called “${name}”, which is not a language.`,
						hint: 'Call it by a language tag such as de or pt-BR, or take it out of “translations”.'
					}
				]);
				expect(courses[0]?.modules[0]?.translations).toEqual([]);
			}
		);
	}
);

it.each(['de', 'pt-BR', 'zh-Hant-TW', 'es-419', 'ca-valencia', 'de-1996', 'en-XA'])(
	'takes “%s” for a language, and Intl can name it',
	(tag) => {
		expect(languageSchema.safeParse(tag).success).toBe(true);
		expect(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag)).toBeTruthy();
	}
);
