import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { samplesDir, withCourses } from '../../../tests/support/check-files.ts';
import { findModule } from './catalogue.ts';
import { loadCatalogue } from './load.ts';

const course = readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8');
const visit = readFileSync(join(samplesDir, 'base/visit.yaml'), 'utf8');
const files = { 'sample/course.yaml': course, 'sample/visit.yaml': visit };

function load(more: Record<string, string> = {}) {
	return withCourses({ ...files, ...more }, (coursesDir) => loadCatalogue({ coursesDir, cacheDir: null }));
}

it('leaves out a course with an error, whole, and keeps the others', async () => {
	const { courses, problems } = await load({
		'other/course.yaml': course.replace('id: sample', 'id: other'),
		'other/visit.yaml': visit.replace('next: letter', 'next: leter')
	});
	expect(courses.map(({ id }) => id)).toEqual(['sample']);
	expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['unknown-scene']);
});

it('leaves out all courses where what they share is wrong', async () => {
	expect(await load({ 'settings.yaml': 'organisation: Linden\n' })).toMatchObject({ courses: [], isShareBroken: true });
});

it('is a draft and a trial until a review and a contact are entered', async () => {
	const [before] = (await load()).courses;
	expect([before?.isDraft, before?.isTrial]).toEqual([true, true]);
	const revision = before?.modules[0]?.play.revision ?? '';
	const reviewed = `reviewed: [{ module: visit, revision: ${JSON.stringify(revision)}, name: A reviewer, date: 2027-01-31 }]`;
	const [after] = (
		await load({
			'sample/course.yaml': course.replace('reviewed: []', reviewed),
			'settings.yaml': 'support-contacts: [{ name: Line, how: "5500", outside_line_management: true }]'
		})
	).courses;
	expect([after?.isDraft, after?.isTrial]).toEqual([false, false]);
	expect(after?.modules[0]?.reviewed).toEqual([{ name: 'A reviewer', date: '2027-01-31' }]);
});

it('lets a review lapse when the module changes', async () => {
	const reviewed = 'reviewed: [{ module: visit, revision: another, name: A reviewer, date: 2027-01-31 }]';
	const [loaded] = (await load({ 'sample/course.yaml': course.replace('reviewed: []', reviewed) })).courses;
	expect([loaded?.isDraft, loaded?.modules[0]?.reviewed]).toEqual([true, []]);
});

it('compiles each translation, with the original where a text is not translated', async () => {
	const { courses } = await load({
		'sample/translations/de/course.yaml': 'title: Ein Beispielkurs\n',
		'sample/translations/de/visit.yaml':
			'title: Der zweite Besuch\nchapters: { morning: { scenes: { kitchen: { title: Der Brief } } } }\n'
	});
	const [loaded] = courses;
	const plays = loaded?.modules[0]?.plays;
	expect(loaded?.languages).toEqual(['en', 'de']);
	expect(loaded?.texts['de']?.title).toBe('Ein Beispielkurs');
	expect([plays?.['de']?.title, plays?.['de']?.scenes['kitchen']?.title]).toEqual(['Der zweite Besuch', 'Der Brief']);
	expect(plays?.['de']?.scenes['doorbell']?.title).toBe('Number nine');
	expect(plays?.['de']?.revision).toBe(plays?.['en']?.revision);
	expect(plays?.['en']?.title).toBe('The second visit');
});

it('gives every person who appears a sprite, and every scene a place on the map', async () => {
	const { courses } = await load();
	const module = findModule({ courses }, 'sample', 'visit');
	expect(Object.keys(module?.sprites ?? {})).toEqual(['inge']);
	const { map, scenes } = module!.play;
	expect(Object.keys(map.nodes).sort()).toEqual(Object.keys(scenes).sort());
	for (const { x, y } of Object.values(map.nodes)) {
		expect(x).toBeGreaterThanOrEqual(0);
		expect(x).toBeLessThanOrEqual(map.width);
		expect(y).toBeLessThanOrEqual(map.height);
	}
	expect(map.edges).toContainEqual({ from: 'tasks', to: 'beside-her' });
	expect(findModule({ courses }, 'sample', 'visits')).toBeUndefined();
});

it('lays out the same map again from the cache, and anew where what was kept is damaged', async () => {
	await withCourses(files, async (coursesDir) => {
		const cacheDir = join(coursesDir, '../cache');
		const mapNow = async () => (await loadCatalogue({ coursesDir, cacheDir })).courses[0]?.modules[0]?.play.map;
		const made = await mapNow();
		expect(await mapNow()).toEqual(made);
		const kept = readdirSync(cacheDir).filter((file) => file.startsWith('map-'));
		expect(kept).toHaveLength(1);
		writeFileSync(join(cacheDir, kept[0]!), '{"width":');
		expect(await mapNow()).toEqual(made);
	});
});
