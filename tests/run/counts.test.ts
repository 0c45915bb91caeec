import { describe, expect, it } from 'vitest';
import { addCounts, parseCounts, settleCounts } from './counts.ts';

const vitest = (files: { status: string; tests: string[] }[]) =>
	JSON.stringify({
		testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map((one) => ({ status: one })) }))
	});

const playwright = (stats: object, errors: unknown[] = []) => JSON.stringify({ stats, errors });

describe('what a report counts', () => {
	it('counts each unit test by how it ended', () => {
		const report = vitest([
			{ status: 'passed', tests: ['passed', 'passed', 'skipped'] },
			{ status: 'failed', tests: ['passed', 'failed', 'todo'] }
		]);
		expect(parseCounts('vitest', report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
	});

	it('counts a test file that could not be loaded as one failure', () => {
		expect(parseCounts('vitest', vitest([{ status: 'failed', tests: [] }]))).toEqual({
			passed: 0,
			failed: 1,
			skipped: 0
		});
	});

	it('counts browser tests, and an error outside any test as a failure', () => {
		const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 };
		expect(parseCounts('playwright', playwright(stats))).toEqual({ passed: 4, failed: 1, skipped: 2 });
		expect(parseCounts('playwright', playwright({ ...stats, unexpected: 0 }, [{ message: 'no server' }]))).toEqual({
			passed: 4,
			failed: 1,
			skipped: 2
		});
	});

	it.each(['vitest', 'playwright'] as const)('finds no counts where %s died before its report was whole', (kind) => {
		expect(parseCounts(kind, undefined)).toBeUndefined();
		expect(parseCounts(kind, '{"stats": {"expec')).toBeUndefined();
		expect(parseCounts(kind, '{}')).toBeUndefined();
	});
});

describe('what a step adds to the total', () => {
	const runner = (code: number) => ({ isRunner: true, code });

	it('counts a check as one', () => {
		expect(settleCounts(undefined, { isRunner: false, code: 0 })).toEqual({ passed: 1, failed: 0, skipped: 0 });
		expect(settleCounts(undefined, { isRunner: false, code: 2 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	it('counts a runner that left no report as a failure, even where it ended with 0', () => {
		expect(settleCounts(undefined, runner(0)).failed).toBe(1);
		expect(settleCounts(undefined, runner(139)).failed).toBe(1);
	});

	it('counts a bad ending that no test explains as a failure', () => {
		expect(settleCounts({ passed: 9, failed: 0, skipped: 0 }, runner(1)).failed).toBe(1);
		expect(settleCounts({ passed: 9, failed: 2, skipped: 0 }, runner(1)).failed).toBe(2);
	});

	it('counts a runner that ran no test as a failure', () => {
		expect(settleCounts({ passed: 0, failed: 0, skipped: 3 }, runner(0)).failed).toBe(1);
	});

	it('adds everything up', () => {
		const sum = addCounts([
			{ passed: 1, failed: 0, skipped: 0 },
			{ passed: 20, failed: 2, skipped: 1 }
		]);
		expect(sum).toEqual({ passed: 21, failed: 2, skipped: 1 });
	});
});
