/** One thing that `npm test` runs: a check that passes or fails as a whole, or a runner of many tests. */
export type Step = {
	/** One word; `npm test -- WORD …` runs only the steps named. */
	name: string;
	/** Arguments for Node, run in the project's folder. */
	args: string[];
	/** Whose report says how many tests passed; without it the step counts as one. */
	counts?: 'vitest' | 'playwright';
	/** After so long the step is stopped and has failed. */
	minutes: number;
	/** Shows what it prints while it runs, instead of only when it fails. */
	isLive?: boolean;
	/** Left out of `npm run verify`. */
	isSlow?: boolean;
	env?: Record<string, string>;
};

/** How a step went. `failed` is at least 1 whenever its runner ended badly, whatever its report says. */
export type Outcome = Counts & { name: string; seconds: number; output: string };

/** Tests that passed, failed and were left out, each ≥ 0. */
export type Counts = { passed: number; failed: number; skipped: number };
