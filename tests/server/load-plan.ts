import type { Decision } from '#lib/scenario/module.ts';

/** What a load needs to know about its server. */
export type LoadPlan = {
	port: number;
	revision: string;
	/** One way through the module; a learner plays it, rewinds to the start and plays it again. */
	way: Decision[];
	learners: { cookie: string; attemptId: string }[];
};

/** What came of a load. */
export type LoadReport = {
	/** Posts that were answered with 200. */
	acknowledged: number;
	seconds: number;
	p50Ms: number;
	p99Ms: number;
	/** Answers by status, other than 200. */
	refused: Record<string, number>;
};
