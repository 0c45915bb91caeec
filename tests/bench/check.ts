import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { checkCourses } from '#lib/check/check-courses.ts';
import { readCourses } from '#lib/course/read.ts';
import { generateModule } from '../generate-module.ts';
import { reportMeasured } from '../run/bench-report.ts';

// Read from disk as `alongside check` does, in a process that has just started: the first run counts.
const above = join(tmpdir(), `alongside-bench-${process.pid}`);
const coursesDir = join(above, 'courses');
const module = generateModule({ scenes: 2000, referringBack: 0.01 });
try {
	mkdirSync(join(coursesDir, 'generated'), { recursive: true });
	cpSync('courses/evidence', join(coursesDir, 'evidence'), { recursive: true });
	writeFileSync(join(coursesDir, 'generated', `${module.id}.yaml`), stringify(module));
	writeFileSync(
		join(coursesDir, 'generated/course.yaml'),
		stringify({
			id: 'generated',
			title: 'Generated',
			language: 'en',
			version: '1',
			summary: 'For measuring.',
			audience: 'Nobody',
			modules: [module.id],
			reviewed: []
		})
	);
	const began = performance.now();
	const { courses } = checkCourses(await readCourses({ coursesDir }));
	const tookMs = performance.now() - began;
	const figures = courses[0]?.modules[0];
	if (!figures?.decisions) throw new Error('The ways of the generated module were not walked');
	reportMeasured({
		what: `check of a module of ${figures.scenes.toLocaleString('en')} scenes, 1 % referring back`,
		value: tookMs / 1000,
		unit: 's',
		aim: { atMost: 2 }
	});
} finally {
	rmSync(above, { recursive: true, force: true });
}
