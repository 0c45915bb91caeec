import type { Result } from '#lib/scenario/result.ts';

/** What somebody has achieved in one module over all their attempts at it. */
export type Furthest = {
	/** Day of the first completion, `YYYY-MM-DD`. */
	doneOn: string;
	/** null where no passing score was set. */
	success: boolean | null;
	/** 0..1; null where no passing score was set. */
	scaled: number | null;
};

/** The furthest of several results: first completion, best score, passed if ever passed; null where there is none. */
export function furthestOf(results: Result[]): Furthest | null {
	const first = results.map((result) => result.completedAt).sort()[0];
	if (first === undefined) return null;
	const scores = results.flatMap(({ scaled }) => (scaled === null ? [] : [scaled]));
	const successes = results.flatMap(({ success }) => (success === null ? [] : [success]));
	return {
		doneOn: first.slice(0, 10),
		success: successes.length === 0 ? null : successes.includes(true),
		scaled: scores.length === 0 ? null : Math.max(...scores)
	};
}
