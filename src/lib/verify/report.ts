import type { PackageProblem } from './problem.ts';
import type { Weights } from './files/weights.ts';
import type { Kind } from './package-under-check.ts';

/** What checking a package came to: what `--json` prints. Only ever added to within one `format`. */
export type Report = {
	format: 1;
	checkedBy: string;
	/** ISO 8601, UTC. */
	checkedAt: string;
	file: { name: string; bytes: number; sha256: string };
	/** `refused`: it was not read on. `problems`: errors. `traps`: warnings only. */
	verdict: 'fine' | 'traps' | 'problems' | 'refused';
	kind: Kind | null;
	title: string | null;
	/** Errors first. */
	problems: PackageProblem[];
	weights: Weights | null;
	/** The modules of a package that Alongside made; empty for anybody else's. */
	modules: ReportedModule[];
	/** What could not be looked at, and why, one sentence each. */
	notChecked: string[];
	runs: Run[];
};

/** One module of ours. */
export type ReportedModule = {
	page: string;
	title: string;
	revision: string;
	language: string;
	isDraft: boolean;
	isTrial: boolean;
	/** Characters, and what the standard promises; null where it has no limit. */
	worstSuspendData: number;
	suspendLimit: number | null;
	recorded: string[];
};

/** One launch in a browser, under an LMS that looks at every call. */
export type Run = {
	/** E.g. “New, then two decisions”. */
	name: string;
	page: string;
	outcome: 'fine' | 'problems' | 'not-finished';
	/** What was seen, one sentence each. */
	seen: string[];
	/** What the LMS should not have been called with, as `call: what is wrong`. */
	faults: string[];
	/** Every call in order, as it was made and answered; the first ones where there were many. */
	calls: { call: string; args: string[]; answer: string }[];
	/** How many calls there were in all. */
	callCount: number;
	/** Addresses elsewhere that the page asked for; all were refused. */
	blocked: string[];
	/** What the LMS had stored afterwards, element → value. */
	stored: Record<string, string>;
};

/** What was played, or why nothing was. */
export type Played = { runs: Run[]; notPlayed: string | null };
