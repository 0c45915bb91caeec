import type { Entry, Decision, PlayModule } from '#lib/scenario/module.ts';
import type { ScormRun } from './run.ts';

/** One element of the data model, and the value it gets. */
export type Write = readonly [element: string, value: string];

/** What an LMS says of an attempt, whatever its version of SCORM calls it. */
export type Standing = {
	/** Something was recorded before this launch. */
	begun: boolean;
	/** The module was finished once. */
	done: boolean;
	/** Whether the passing score was met; null where it was never judged. */
	success: boolean | null;
};

/** What has been earned and is to be reported. */
export type Earned = {
	/** Whether a passing score is set for the module. */
	isScored: boolean;
	/** True as well where an organisation wants every finished module passed; null where nothing is to be said of it. */
	success: boolean | null;
};

/** A learning objective as an attempt shows it, 0..1. */
export type ShownObjective = { id: string; scaled: number };

/** Writes each decision down as an interaction, as far as this LMS takes them. */
export type Recorder = {
	/** @param before the log up to this decision, which tells whether its scene was met */
	record(decision: Decision, before: Entry[]): void;
};

/**
 * What one version of SCORM calls things, and how it writes them. Everything else about keeping an attempt in an LMS is
 * the same in all versions: see `createScormTracker`.
 */
export type ScormDialect = {
	/** The object that an LMS offers, and its functions. */
	api: 'API' | 'API_1484_11';
	calls: Record<'initialize' | 'get' | 'set' | 'commit' | 'finish' | 'lastError', string>;
	elements: Record<'learner' | 'mode' | 'credit' | 'status' | 'suspendData' | 'place' | 'sessionTime' | 'exit', string>;
	/** Characters that every LMS takes. */
	mostSuspendData: number;
	mostPlace: number;
	/** Milliseconds, ≥ 0, as this version writes a span of time. */
	sessionTime(elapsedMs: number): string;
	/** How a sitting ends that ends now. */
	exit(isEnded: boolean): string;
	readStanding(get: (element: string) => string): Standing;
	/** The best score the LMS has, 0..1; null where it has none. */
	readScaled(get: (element: string) => string): number | null;
	/** What a first launch writes. */
	underWay: readonly Write[];
	/** What is written when something was earned; nothing where the LMS knows it, and never anything that takes back. */
	statusWrites(earned: Earned, before: Standing): Write[];
	scoreWrites(scaled: number): Write[];
	/**
	 * Elements of one objective below its number, in the order they are written; never a status that takes one back.
	 * @param isNew whether the LMS has none of this id
	 */
	objectiveWrites(objective: ShownObjective, isNew: boolean): Write[];
	/** How far one has come, 0..1; nothing where this version does not ask. */
	progressWrites(share: number): Write[];
	/** What a learner who leaves by the button asks the LMS to do next. */
	leavingWrites(isEnded: boolean, get: (element: string) => string): Write[];
	recorder(module: PlayModule, run: ScormRun, known: Entry[]): Recorder;
};
