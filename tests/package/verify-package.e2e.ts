import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import type { Report } from '#lib/verify/report.ts';
import { ownCourse, packed, root } from './packed.ts';

let folder: string;

test.beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'alongside-verify-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command as a person does. */
async function verify(name: string, zip: Uint8Array): Promise<{ code: number; report: Report; html: string }> {
	const file = join(folder, name);
	await writeFile(file, zip);
	const typed = ['src/cli/alongside.ts', 'verify-package', file, '--json', '--html', `${file}.html`];
	const { code, out } = await new Promise<{ code: number; out: string }>((done) => {
		const child = execFile(process.execPath, typed, { cwd: root, maxBuffer: 2 ** 24 }, (_, printed) =>
			done({ code: child.exitCode ?? -1, out: printed })
		);
	});
	return { code, report: JSON.parse(out) as Report, html: await readFile(`${file}.html`, 'utf8') };
}

test('a package just made is played: new, killed, resumed, completed, looked at again; nothing is lost', async () => {
	test.setTimeout(240_000);
	const course = await ownCourse();
	const module = course.modules[0]!;
	const { zip } = await packed(course, { modules: [module.id] });
	const { code, report, html } = await verify('ours.zip', zip);
	expect(code).toBe(0);
	expect(report.problems.map((problem) => problem.code)).toEqual(['draft', 'trial']);
	expect(report.notChecked).toEqual([]);
	expect(report.runs.map(({ name, outcome, faults, blocked }) => [name, outcome, faults, blocked])).toEqual([
		['New, two decisions, then the tab crashes', 'fine', [], []],
		['Opened again, and played to an ending', 'fine', [], []],
		['Opened once more after the end', 'fine', [], []]
	]);
	expect(report.runs[0]?.stored['cmi.core.lesson_status']).toBe('incomplete');
	expect(report.runs[1]?.seen[0]).toMatch(/^It went on where it was: 2 decisions were there, (\d+) were taken now/);
	expect(report.runs[1]?.stored['cmi.core.lesson_status']).toBe('completed');
	expect(html).toContain('LMSSetValue(&quot;cmi.core.lesson_status&quot;, &quot;completed&quot;)');
});

test('somebody else’s package is opened where it can reach nobody, and what it does is told', async () => {
	test.setTimeout(120_000);
	// A service of this very machine, which a page of a stranger must not reach.
	let reached = 0;
	const service = createServer((_, response) => {
		reached += 1;
		response.end();
	});
	await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
	const local = `http://127.0.0.1:${(service.address() as AddressInfo).port}/secret`;
	const page = `<!doctype html><title>Theirs</title><script>
		const api = parent.API;
		api.LMSInitialize('');
		api.LMSSetValue('cmi.core.lesson_status', 'finished');
		api.LMSSetValue('cmi.core.lesson_status', 'completed');
		api.LMSCommit('');
		fetch(${JSON.stringify(local)}, { mode: 'no-cors' }).catch(() => {});
		new Image().src = 'https://tracker.example.org/pixel.gif';
	</script>`;
	const manifest = `<?xml version="1.0"?><manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>T</title><item identifier="i" identifierref="r"><title>T</title></item></organization></organizations><resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="a.html"><file href="a.html"/></resource></resources></manifest>`;
	const { code, report } = await verify(
		'theirs.zip',
		zipSync({ 'imsmanifest.xml': strToU8(manifest), 'a.html': strToU8(page) })
	);
	service.close();
	expect(reached).toBe(0);
	expect(code).toBe(1);
	expect(report.problems.map((problem) => problem.code)).toEqual([
		'run-faults',
		'third-party-address',
		'third-party-request'
	]);
	const [run] = report.runs;
	expect(run?.blocked.sort()).toEqual([local, 'https://tracker.example.org/pixel.gif'].sort());
	expect(run?.faults).toEqual(['LMSSetValue("cmi.core.lesson_status", "finished"): error 405']);
	expect(run?.stored['cmi.core.lesson_status']).toBe('completed');
});
