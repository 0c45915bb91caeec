import { existsSync } from 'node:fs';
import type { Step } from './step.ts';

const COURSE_CHECK = 'src/cli/alongside.ts';

/** What the steps share and would otherwise write at the same time: the messages as code, and the framework's types. */
export const PREPARE: Step = { name: 'prepare', args: ['tests/run/prepare.ts'], minutes: 3 };

/** Tests without a browser that take long all the same. */
const LONG_UNIT_TESTS = [
	'tests/server/kill.test.ts',
	'tests/run/lint-rules.test.ts',
	'src/lib/check/limits.test.ts',
	'src/lib/catalogue/portraits.test.ts'
];

/**
 * Everything that `npm test` runs, longest first within the quick ones, so that two at a time end together.
 * @param options isQuick: for `npm run verify`, where a few long unit tests stay out
 */
export function listSteps({ isQuick }: { isQuick: boolean }): Step[] {
	const leftOut = isQuick ? LONG_UNIT_TESTS.map((file) => `--exclude=${file}`) : [];
	const steps: Step[] = [
		{
			name: 'unit',
			args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', ...leftOut],
			counts: 'vitest',
			minutes: 10
		},
		{ name: 'types', args: ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings'], minutes: 5 },
		{ name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.'], minutes: 5 },
		{ name: 'unused', args: ['node_modules/knip/bin/knip.js'], minutes: 5 },
		{
			name: 'imports',
			args: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'tests', '--output-type', 'err-long'],
			minutes: 5
		},
		{ name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'], minutes: 5 }
	];
	if (existsSync(COURSE_CHECK)) steps.push({ name: 'courses', args: [COURSE_CHECK, 'check'], minutes: 5 });
	steps.push({
		name: 'browser',
		args: [
			'node_modules/@playwright/test/cli.js',
			'test',
			'--config=tests/playwright.config.ts',
			'--reporter=list,json'
		],
		counts: 'playwright',
		minutes: 60,
		isLive: true,
		isSlow: true
	});
	return steps;
}
