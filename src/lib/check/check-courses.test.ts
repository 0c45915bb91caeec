import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { CoursesRead } from '#lib/course/course-source.ts';
import { courseSchema } from '#lib/course/course-schema.ts';
import { moduleSchema } from '#lib/course/module-schema.ts';
import { settingsSchema } from '#lib/course/settings-schema.ts';
import { parseYaml, type YamlSource } from '#lib/course/yaml-source.ts';
import { samplesDir } from '../../../tests/support/check-files.ts';
import { checkCourses } from './check-courses.ts';

const visit: unknown = parse(readFileSync(join(samplesDir, 'base/visit.yaml'), 'utf8'));
const course = sourceOf('course.yaml', readFileSync(join(samplesDir, 'base/course.yaml'), 'utf8'));
const ids = ['doorbell', 'kitchen', 'letter', 'tasks', 'beside-her', 'inge', 'trust', 'ask', 'stay', 'morning'];

/** What somebody might leave where something else belongs. */
const junk = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		'',
		0,
		-1,
		1e9,
		true,
		[],
		{},
		[null],
		[[]],
		'__proto__',
		'constructor',
		'xstate.stop',
		'{setting: x}',
		'{phrase: x}'
	),
	fc.constantFrom(...ids),
	fc.constantFrom('trust >= 3', 'not', '((', 'chose letter/stay', 'visited tasks', 'score ask >= 1 and trust is high'),
	fc.constantFrom<unknown>([{ to: 'kitchen' }], [{ when: 'trust > 1', to: 'letter' }], {
		a: { say: 'A', to: 'kitchen' }
	}),
	fc.jsonValue({ maxDepth: 3 })
);

/** Some places of the sample, with what is put there; a key may be new. */
const edits = fc.array(
	fc.record({
		steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }),
		put: junk,
		kind: fc.constantFrom('put', 'remove', 'rename')
	}),
	{
		minLength: 1,
		maxLength: 4
	}
);

it('never fails on a module file, whatever stands in it, and plays what it passes', () => {
	let passed = 0;
	fc.assert(
		fc.property(edits, (wanted) => {
			const value = structuredClone(visit);
			for (const edit of wanted) apply(value, edit);
			const source = sourceOf('visit.yaml', stringify(value, { aliasDuplicateObjects: false }));
			const file = moduleSchema.safeParse(source.value).data ?? null;
			const read: CoursesRead = {
				folder: 'courses/',
				folders: ['sample'],
				problems: [],
				shared: {
					settings: settingsSchema.parse({}),
					evidence: { claims: new Map(), sources: new Map() },
					settingsSource: null
				},
				courses: [
					{
						id: 'sample',
						course: { source: course, file: courseSchema.parse(course.value) },
						translations: [],
						modules: [{ id: 'visit', source, file, translations: [{ language: 'de', source }] }]
					}
				]
			};
			const { problems } = checkCourses(read);
			if (
				!problems.some(
					({ severity, code }) => severity === 'error' && !code.startsWith('translation') && code !== 'unknown-claim'
				)
			)
				passed += 1;
			for (const { line, column, message, hint } of problems) {
				expect(line).toBeGreaterThan(0);
				expect(column).toBeGreaterThan(0);
				expect(`${message}${hint}`).not.toMatch(/undefined|\[object|NaN/);
			}
		}),
		{ numRuns: 200 }
	);
	// Some edits leave the module in order: the check does not refuse everything.
	expect(passed).toBeGreaterThan(0);
});

function sourceOf(file: string, text: string): YamlSource {
	const { source } = parseYaml(`courses/sample/${file}`, text);
	if (!source) throw new Error(`The sample ${file} is not YAML`);
	return source;
}

type Edit = { steps: number[]; put: unknown; kind: string };

function apply(value: unknown, { steps, put, kind }: Edit): void {
	let at = value as Record<string, unknown>;
	for (const [index, step] of steps.entries()) {
		const keys = Object.keys(at);
		const key = keys[step % Math.max(1, keys.length)];
		if (key === undefined) return;
		const inner = at[key];
		if (index < steps.length - 1 && typeof inner === 'object' && inner !== null) {
			at = inner as Record<string, unknown>;
			continue;
		}
		if (kind === 'put') at[key] = put;
		else {
			delete at[key];
			if (kind === 'rename' && typeof put === 'string' && !Array.isArray(at))
				Object.defineProperty(at, put, { value: inner, enumerable: true, configurable: true, writable: true });
		}
		return;
	}
}
