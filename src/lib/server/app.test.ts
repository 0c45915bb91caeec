import { expect, it } from 'vitest';
import { migrations } from '../../../tests/support/migrations.ts';
import { sampleCourse, servedInTests } from '../../../tests/support/sample-course.ts';
import { createApp } from './app.ts';
import type { Courses } from './courses.ts';

it('serves what was read last, even when an earlier reading of the courses takes longer', async () => {
	const finish: ((courses: Courses) => void)[] = [];
	const read = () => new Promise<Courses>((resolve) => finish.push(resolve));
	let isStarted = false;
	const app = await createApp({
		store: { file: ':memory:', migrations },
		loadCourses: () => (isStarted ? read() : Promise.resolve(servedInTests([])))
	});
	isStarted = true;
	const both = [app.reloadCourses(), app.reloadCourses()];
	const [before, after] = [servedInTests([]), servedInTests([sampleCourse()])];
	// Where both read at once, the one asked first is done last.
	await new Promise(setImmediate);
	finish[1]?.(after);
	await new Promise(setImmediate);
	finish[0]?.(before);
	await new Promise(setImmediate);
	finish[1]?.(after);
	await Promise.all(both);
	expect(app.courses()).toBe(after);
	app.close();
});

it('goes on serving what it had when an error in the settings would leave out every course', async () => {
	const problems = [
		{
			code: 'bad-yaml',
			severity: 'error' as const,
			file: 'courses/settings.yaml',
			line: 1,
			column: 1,
			message: '',
			hint: ''
		}
	];
	const good = servedInTests([sampleCourse()]);
	let next = good;
	const app = await createApp({ store: { file: ':memory:', migrations }, loadCourses: () => Promise.resolve(next) });
	next = { ...servedInTests([]), problems, isShareBroken: true };
	await app.reloadCourses();
	expect(app.courses()).toEqual({ ...good, problems });
	next = servedInTests([]);
	await app.reloadCourses();
	expect(app.courses().courses).toEqual([]);
	app.close();
});
