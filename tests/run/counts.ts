import { z } from 'zod';
import type { Counts } from './step.ts';

const vitestReport = z.object({
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }))
});

const playwrightReport = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
	errors: z.array(z.unknown())
});

/**
 * How many tests a runner's JSON report counts.
 * A file that could not be loaded holds no test, and counts as one that failed.
 * @returns undefined when the text is no such report: the runner died before it wrote it
 */
export function parseCounts(kind: 'vitest' | 'playwright', report: string | undefined): Counts | undefined {
	const json = parseJson(report);
	return kind === 'vitest' ? countVitest(json) : countPlaywright(json);
}

/**
 * What a step adds to the total: its report's counts, and one failure more when it ended badly without saying which
 * test failed, or when a runner of tests ran none.
 * @param counts of the runner's report; undefined when there is none
 */
export function settleCounts(counts: Counts | undefined, ended: { isRunner: boolean; code: number }): Counts {
	if (!ended.isRunner) return { passed: ended.code === 0 ? 1 : 0, failed: ended.code === 0 ? 0 : 1, skipped: 0 };
	if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
	const ranNothing = counts.passed + counts.failed === 0;
	const isUnexplained = ended.code !== 0 && counts.failed === 0;
	return { ...counts, failed: counts.failed + (ranNothing || isUnexplained ? 1 : 0) };
}

/** The sum over all steps. */
export function addCounts(all: Counts[]): Counts {
	return all.reduce(
		(sum, one) => ({
			passed: sum.passed + one.passed,
			failed: sum.failed + one.failed,
			skipped: sum.skipped + one.skipped
		}),
		{ passed: 0, failed: 0, skipped: 0 }
	);
}

function countVitest(json: unknown): Counts | undefined {
	const report = vitestReport.safeParse(json);
	if (!report.success) return undefined;
	return addCounts(
		report.data.testResults.map((file) => {
			const having = (...statuses: string[]) =>
				file.assertionResults.filter((test) => statuses.includes(test.status)).length;
			const failed = having('failed');
			const isUnloaded = file.status === 'failed' && failed === 0;
			return {
				passed: having('passed'),
				failed: isUnloaded ? 1 : failed,
				skipped: having('skipped', 'pending', 'todo', 'disabled')
			};
		})
	);
}

function countPlaywright(json: unknown): Counts | undefined {
	const report = playwrightReport.safeParse(json);
	if (!report.success) return undefined;
	const { expected, unexpected, flaky, skipped } = report.data.stats;
	const outside = report.data.errors.length > 0 && unexpected === 0 ? 1 : 0;
	return { passed: expected + flaky, failed: unexpected + outside, skipped };
}

function parseJson(text: string | undefined): unknown {
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		return undefined; // cut short: as good as none
	}
}
