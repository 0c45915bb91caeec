import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { LoadedCourse } from '#lib/catalogue/catalogue.ts';
import { loadCatalogue } from '#lib/catalogue/load.ts';
import { diffModules } from '#lib/scenario/diff.ts';
import { launch } from './learner.ts';
import { startLmsHost, type LmsHost } from '#lib/verify/run/lms-host.ts';
import { ownCourse, packed, root } from './packed.ts';

// A live course is edited and exported again while a learner is in the middle of its first module.

let before: LoadedCourse;
let after: LoadedCourse;
let host: LmsHost;
let coursesDir: string;

test.beforeAll(async () => {
	before = await ownCourse();
	coursesDir = await mkdtemp(join(tmpdir(), 'alongside-edited-'));
	await cp(join(import.meta.dirname, '../../courses'), coursesDir, { recursive: true });
	const second = before.modules[0]!.play.script[1]!;
	if (!('choice' in second)) throw new Error('The second decision of the script is an activity');
	// Another id for a choice means another choice: who took the old one is asked again.
	const file = join(coursesDir, before.id, `${before.modules[0]!.id}.yaml`);
	await writeFile(file, (await readFile(file, 'utf8')).replaceAll(second.choice, `${second.choice}-now`));
	const { courses, problems } = await loadCatalogue({ coursesDir, cacheDir: join(coursesDir, '.cache') });
	const edited = courses.find(({ id }) => id === before.id);
	if (!edited) throw new Error(problems.map(({ message }) => message).join('\n'));
	after = edited;
	host = await startLmsHost(
		{
			'scorm12-before': (await packed(before)).files,
			'scorm12-after': (await packed(after)).files,
			'scorm2004-before': (await packed(before, { standard: 'scorm2004-4' })).files,
			'scorm2004-after': (await packed(after, { standard: 'scorm2004-4' })).files
		},
		root
	);
});
test.afterAll(async () => {
	await host.stop();
	await rm(coursesDir, { recursive: true });
});

for (const lms of ['scorm12', 'scorm2004'] as const)
	test(`${lms}: a learner in the middle lands where alongside diff says, and is told`, async ({ page }, { testId }) => {
		const [was, now] = [before.modules[0]!.play, after.modules[0]!.play];
		const landing = diffModules(was, now).landings.find(({ made, lost }) => made === 2 && lost !== null);
		const first = await launch(page, host, was, { lms, package: `${lms}-before`, attempt: testId });
		await first.play(was.script.slice(0, 2));
		await page.goto('about:blank');
		const again = await launch(page, host, now, { lms, package: `${lms}-after`, attempt: testId });
		await expect(again.frame.getByText('This module has been edited since you were last here')).toBeVisible();
		await again.play(now.script.slice(1, 2));
		const { faults, calls } = await again.watch();
		expect(faults).toEqual([]);
		const place = lms === 'scorm12' ? 'cmi.core.lesson_location' : 'cmi.location';
		expect(calls.filter(({ args }) => args[0] === place)).toHaveLength(1);
		expect(landing).toMatchObject({
			kept: 1,
			lost: `${was.script[1]!.scene}/${'choice' in was.script[1]! ? was.script[1].choice : ''}`
		});
	});
