import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { samplesDir, withCourses } from '../../tests/support/check-files.ts';
import { main } from './main.ts';
import { editorSchemas } from './schema.ts';

const root = resolve(import.meta.dirname, '../..');
const course = readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8');
const visit = readFileSync(join(samplesDir, 'base/visit.yaml'), 'utf8');

type Ran = { code: number; out: string; err: string };

/** Runs the command as a person does. */
function spawned(cwd: string, ...typed: string[]): Promise<Ran> {
	return new Promise((done) => {
		const file = join(root, 'src/cli/alongside.ts');
		const child = execFile(process.execPath, [file, ...typed], { cwd }, (_, out, err) =>
			done({ code: child.exitCode ?? -1, out, err })
		);
	});
}

/** Runs the command within the test, on the courses of a folder. */
async function alongside(cwd: string, ...typed: string[]): Promise<Ran> {
	const told = { out: '', err: '' };
	const courses =
		existsSync(join(cwd, 'courses')) && !['diff', 'verify-package', '--help', undefined].includes(typed[0])
			? [`--courses=${join(cwd, 'courses')}`]
			: [];
	const code = await main([...typed.slice(0, 1), ...courses, ...typed.slice(1)], {
		print: (line) => (told.out += `${line}\n`),
		complain: (line) => (told.err += `${line}\n`),
		isColourful: false
	});
	return { code, ...told };
}

/** Beside the sample course, after a change to it. */
function beside<Result>(more: Record<string, string>, use: (cwd: string) => Promise<Result>): Promise<Result> {
	return withCourses({ 'sample/course.yaml': course, 'sample/visit.yaml': visit, ...more }, (dir) =>
		use(join(dir, '..'))
	);
}

it('check: warnings alone exit 0, errors exit 1, and a pipe gets no colours', async () => {
	const fine = await beside({}, (cwd) => spawned(cwd, 'check'));
	expect([fine.code, fine.err]).toEqual([0, '']);
	const wrong = await beside({ 'sample/visit.yaml': visit.replace('next: letter', 'next: leter') }, (cwd) =>
		spawned(cwd, 'check', 'sample')
	);
	expect(wrong.code).toBe(1);
	expect(wrong.out).toContain(
		'courses/sample/visit.yaml:65:15  error unknown-scene\n    No scene or ending is called “leter”. Did you mean “letter”?'
	);
	expect(wrong.out).not.toContain('\u001b');
});

it('check --json prints problems and what each module measures, and nothing else', async () => {
	const { out } = await beside({}, (cwd) => alongside(cwd, 'check', '--json'));
	const told = JSON.parse(out) as { problems: object[]; courses: { id: string; modules: object[] }[] };
	expect(Object.keys(told.problems[0] ?? {})).toEqual([
		'code',
		'severity',
		'file',
		'line',
		'column',
		'message',
		'hint'
	]);
	expect(told.courses[0]?.id).toBe('sample');
	expect(told.courses[0]?.modules[0]).toMatchObject({
		id: 'visit',
		scenes: 6,
		endings: 2,
		decisions: { fewest: 2, most: 2 },
		suspendData: { worst: 35 }
	});
});

it.each([
	[[], 'Usage: alongside <command>'],
	[['chek'], 'Did you mean “check”?'],
	[['check', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
	[['check', 'nowhere'], 'There is no course “nowhere”'],
	[['check', 'sample', 'more'], '“more” is one argument too many.'],
	[['statechart', 'sample/visits'], 'sample has no module “visits”. Did you mean “visit”?'],
	[['statechart', 'sample'], 'should read <course>/<module>'],
	[['statechart'], 'course/module is missing.'],
	[['diff', 'package.json', 'src'], 'Compare two files or two folders.'],
	[['diff', 'package.json', 'nowhere'], 'There is no '],
	[['new-module', '../evil/x'], 'should read <course>/<module>'],
	[['new-module', 'sample/visit'], 'is there already'],
	[['verify-package'], 'file is missing.'],
	[['verify-package', 'nowhere.zip'], 'There is no file “nowhere.zip”.'],
	[['verify-package', 'src'], 'is no file. Name the zip itself.'],
	[['new-module', 'evidence/x'], '“evidence” is the folder of what the courses rest on.'],
	[['new-module', 'constructor/constructor'], '“constructor” is kept for the machinery.'],
	[['new-module', 'sample/prototype'], '“prototype” is kept for the machinery.'],
	[['new-module', 'other/course'], '“course.yaml” is the file of the course itself.'],
	[['new-module', 'other/x', '--courses', ''], '--courses is empty.'],
	[['check', ''], 'course is empty.'],
	[['check', '--courses', ''], '--courses is empty.'],
	[['check', '--courses='], '--courses is empty.']
])('is misused with %j: exit 2, told on standard error', async (typed, said) => {
	const { code, out, err } = await beside({}, (cwd) => alongside(cwd, ...typed));
	expect([code, out]).toEqual([2, '']);
	expect(err).toContain(said);
});

it('every command explains itself', async () => {
	const overview = await alongside(root, '--help');
	const names = [...overview.out.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map((match) => match[1] ?? '');
	expect(names).toEqual(
		expect.arrayContaining([
			'check',
			'diff',
			'export',
			'new-module',
			'schema',
			'settings',
			'statechart',
			'verify-package'
		])
	);
	const helps = await Promise.all(names.map((name) => alongside(root, name, '--help')));
	for (const [index, { code, out }] of helps.entries())
		expect([code, out]).toEqual([0, expect.stringContaining(`Usage: alongside ${names[index]}`)]);
});

it('statechart prints a machine that createMachine accepts', async () => {
	const { out, code } = await beside({}, (cwd) => alongside(cwd, 'statechart', 'sample/visit'));
	expect(code).toBe(0);
	const machine = createMachine(JSON.parse(out) as Parameters<typeof createMachine>[0]);
	expect(machine.id).toBe('sample/visit');
	expect([...machine.events]).toContain('choose.ask-plan');
});

it('settings prints every slot with what is in it', async () => {
	const { out } = await beside({ 'settings.yaml': 'organisation-name: Linden\n' }, (cwd) => alongside(cwd, 'settings'));
	expect(out).toContain('organisation-name\n    Linden');
	expect(out).toContain('supervisor-title  (default)\n    supervisor');
});

it('diff tells what changed, of what meaning one must beware, and where learners land', async () => {
	const { out, code } = await beside({}, async (cwd) => {
		const now = visit
			.replace('Ask whether it can wait for Mo.', 'Leave the letter where it is.')
			.replace(/^ {10}offer:\n(?: {12}.*\n)+/m, '')
			.replace('claims: [role-clarity-central]', 'claims: [role-clarity-central] # edited');
		writeFileSync(join(cwd, 'new.yaml'), now);
		return alongside(cwd, 'diff', join(cwd, 'courses/sample/visit.yaml'), join(cwd, 'new.yaml'));
	});
	expect(code).toBe(0);
	expect(out).toContain('- choice letter/offer');
	expect(out).toContain(
		'~ choice letter/friday: “Ask whether it can wait for Mo.” → “Leave the letter where it is.”. If its meaning changed, give it a new id.'
	);
});

it('new-module adds to a course and leaves the rest of its file as it was', async () => {
	await beside({}, async (cwd) => {
		expect((await alongside(cwd, 'new-module', 'sample/second')).code).toBe(0);
		const now = readFileSync(join(cwd, 'courses/sample/course.yaml'), 'utf8');
		expect(now).toBe(course.replace('modules: [visit]', 'modules: [visit, second]'));
		expect((await alongside(cwd, 'check')).code).toBe(0);
	});
});

it('the schemas beside the courses are current', () => {
	for (const [name, text] of Object.entries(editorSchemas()))
		expect(readFileSync(join(root, 'courses', name), 'utf8'), `Run: npm run alongside -- schema (${name})`).toBe(text);
});

it('checks a course named by the path of its folder, wherever one is', async () => {
	await beside({}, async (cwd) => {
		cpSync(join(cwd, 'courses'), join(cwd, 'elsewhere'), { recursive: true });
		const { out, code } = await spawned('/', 'check', join(cwd, 'elsewhere/sample'));
		expect([code, out]).toEqual([0, expect.stringContaining('sample/visit: 6 scenes')]);
	});
});
