import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { shareDone } from '#lib/scenario/progress.ts';
import { replay, type Replayed } from '#lib/scenario/replay.ts';
import type { Result } from '#lib/scenario/result.ts';
import { scoreModule } from '#lib/scenario/score.ts';
import type { CopyKeeper } from '../device-copy.ts';
import { packAttempt } from '../suspend-data.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from '../tracker.ts';
import type { Recorder, ScormDialect, Standing, Write } from './dialect.ts';
import { writeObjectives } from './objectives.ts';
import { resumeFrom, type Resumed } from './resume.ts';
import type { ScormRun } from './run.ts';

/** How long after a refused save it is tried again. */
const retryAfterMs = 15_000;

/** What the tracker needs: everything that varies comes in here. */
export type ScormOptions = {
	module: PlayModule;
	/** The LMS's version of SCORM, see `scorm12` and `scorm2004`. */
	dialect: ScormDialect;
	/** An initialised run-time, see `startScorm`. */
	run: ScormRun;
	/** The copy on this device, for the learner the LMS names. */
	copy: CopyKeeper;
	/** 0..1; null where the module asks for completion only. */
	passingScaled: number | null;
	/** Of a module finished without a passing score; some LMSs count only `passed`. */
	doneStatus: 'completed' | 'passed';
	/** Whether each decision is recorded as an interaction. */
	interactions: boolean;
	/** Milliseconds since 1970. */
	now(): number;
	/** Whether the browser says that there is no network: then an LMS's "true" is worth nothing. */
	isOffline(): boolean;
};

/** The tracker, and what the page around it needs. */
export type ScormTracker = Tracker & {
	/** The page goes away for good: ends the launch, once. Nothing is kept after it. */
	end(): void;
	isEnded(): boolean;
	/** Whether something is not saved yet. */
	isWaiting(): boolean;
	/** Tries at once to save what is not: the network is back. */
	sendWaiting(): void;
	/** Whether the LMS counts what is earned; it says so when the attempt is opened. */
	isForCredit(): boolean;
};

/**
 * Keeps an attempt in an LMS through SCORM. Everything is set and committed when a decision is made; leaving only
 * says how the sitting ended. Never writes a score without a passing score, never takes back passed or completed, and
 * writes nothing in review and browse mode, nor anything earned where there is no credit. Sources: SCORM 1.2 RTE 3.4;
 * SCORM 2004 4th Ed. RTE 4.2; docs/lms/scorm.md.
 */
export function createScormTracker(options: ScormOptions): ScormTracker {
	const { module, dialect, run, copy } = options;
	const { elements } = dialect;
	const openedAtMs = options.now();
	const listeners = new Set<(state: SaveState) => void>();
	let mode: SavedAttempt['mode'] = 'normal';
	let forCredit = true;
	let standing: Standing = { begun: false, done: false, success: null };
	/** The best score the LMS was told; −1 before the first. */
	let bestScaled = -1;
	let saves = 0;
	/** As last opened or saved. */
	let latest: Progress | null = null;
	let known: Entry[] = [];
	let recorder: Recorder | null = null;
	/** What the LMS has not taken yet. */
	let waiting: Progress | null = null;
	let retry: ReturnType<typeof setTimeout> | null = null;

	const setAll = (writes: readonly Write[]): boolean =>
		writes.reduce((ok, [element, value]) => run.set(element, value).ok && ok, true);

	/** Sets everything there is to keep. What the LMS refuses keeps nothing else from it. */
	function setEverything(progress: Progress): boolean {
		const now = replay(module, progress.entries);
		const text = packAttempt(module, { way: now.way, saves, finished: progress.result });
		const kept = text.length <= dialect.mostSuspendData && run.set(elements.suspendData, text).ok;
		setAll([[elements.place, progress.place.slice(0, dialect.mostPlace)], ...sittingWrites(now)]);
		if (forCredit) setAll(dialect.progressWrites(progress.result ? 1 : shareDone(module, now)));
		return report(progress.result, now) && kept;
	}

	/** Sets everything and commits. Synchronous: nothing may come between a decision and its commit. */
	function handOver(progress: Progress): boolean {
		const told = { standing, bestScaled };
		const isSet = setEverything(progress);
		const isTaken = run.commit().ok && isSet && !options.isOffline();
		// Some LMSs never send again what was set while it could not be: the next try sets all of it anew.
		if (!isTaken) ({ standing, bestScaled } = told);
		return isTaken;
	}

	function sittingWrites(now: Pick<Replayed, 'ended'>): Write[] {
		return [
			[elements.sessionTime, dialect.sessionTime(options.now() - openedAtMs)],
			[elements.exit, dialect.exit(now.ended !== null)]
		];
	}

	/** Status and score, where they change. */
	function report(result: Result | null, now: Replayed): boolean {
		if (!result || !forCredit) return true;
		const isScored = options.passingScaled !== null;
		const success = isScored ? successToTell(result, now) : options.doneStatus === 'passed' || null;
		// Never a score without its status: an LMS would judge it itself.
		if (isScored && success !== null && result.scaled !== null && result.scaled > bestScaled) {
			setAll(dialect.scoreWrites(result.scaled));
			bestScaled = result.scaled;
			if (now.ended !== null) reportObjectives(now);
		}
		const writes = dialect.statusWrites({ isScored, success }, standing);
		if (!setAll(writes)) return false;
		if (writes.length) standing = { begun: true, done: true, success: success ?? standing.success };
		return true;
	}

	/** `failed` only where an ending is on the screen: some LMSs throw the attempt away for it. */
	function successToTell({ success }: Result, now: Replayed): boolean | null {
		return success === false && now.ended === null ? null : success;
	}

	/** Those of the way that earned the score. */
	function reportObjectives(now: Replayed): void {
		const shown = Object.entries(scoreModule(module, now.facts).objectives);
		writeObjectives(
			run,
			dialect,
			shown.map(([id, scaled]) => ({ id, scaled }))
		);
	}

	function keepCopy(progress: Progress): boolean {
		const { way } = replay(module, progress.entries);
		const text = packAttempt(module, { way, saves, finished: progress.result });
		return copy.write({ format: 1, text, result: progress.result, savedAtMs: options.now(), confirmed: false });
	}

	/** One record per decision that came since the last save; a script that was read looks like any other way. */
	function recordInteractions({ entries }: Progress): void {
		for (let at = known.length; at < entries.length; at += 1) {
			const decision = entries[at];
			if (decision && 'scene' in decision) recorder?.record(decision, entries.slice(0, at));
		}
		known = entries;
	}

	function tryAgain(): void {
		retry = null;
		if (!waiting || run.isFinished()) return;
		if (options.isOffline() || !handOver(waiting)) {
			retryLater();
			return;
		}
		waiting = null;
		for (const listener of listeners) listener({ kind: 'handed-over' });
	}

	function wait(progress: Progress): void {
		waiting = progress;
		retryLater();
	}

	function retryLater(): void {
		if (retry === null) retry = setTimeout(tryAgain, retryAfterMs);
	}

	function sendWaiting(): void {
		stopRetrying();
		tryAgain();
	}

	function stopRetrying(): void {
		if (retry !== null) clearTimeout(retry);
		retry = null;
	}

	function end(leaving: { byButton: boolean }): void {
		stopRetrying();
		if (run.isFinished()) return;
		let isSet = true;
		if (mode === 'normal' && latest) {
			const now = replay(module, latest.entries);
			isSet = waiting ? setEverything(waiting) : setAll(sittingWrites(now));
			if (leaving.byButton) {
				setAll(dialect.leavingWrites(now.ended !== null, run.get));
				run.commit();
			}
		}
		if (run.finish().ok && isSet && !options.isOffline()) waiting = null;
	}

	return {
		open: async () => {
			const said = run.get(elements.mode);
			mode = said === 'review' || said === 'browse' ? said : 'normal';
			forCredit = run.get(elements.credit) !== 'no-credit';
			standing = dialect.readStanding(run.get);
			const suspendData = run.get(elements.suspendData);
			const scaled = options.passingScaled !== null && standing.done ? dialect.readScaled(run.get) : null;
			const kept = copy.read(options.now());
			const resumed = resumeFrom(module, { standing, suspendData, scaled }, kept, options.passingScaled);
			saves = resumed.saves;
			known = resumed.way;
			if (standing.done && resumed.result?.scaled) bestScaled = resumed.result.scaled;
			if (mode === 'normal') {
				if (options.interactions) recorder = dialect.recorder(module, run, known);
				if (resumed.confirmed && kept && !kept.confirmed) copy.write({ ...kept, confirmed: true });
				begin(resumed);
			}
			const { way: entries, result, notice } = resumed;
			return entries.length || result || notice ? { entries, result, mode, notice } : emptyIn(mode);
		},

		save: async (progress) => {
			if (mode !== 'normal') return { kind: 'not-recorded' };
			latest = progress;
			saves += 1;
			const onDevice = keepCopy(progress);
			recordInteractions(progress);
			if (handOver(progress)) {
				waiting = null;
				stopRetrying();
				return { kind: 'handed-over' };
			}
			wait(progress);
			return { kind: onDevice ? 'waiting' : 'failed' };
		},

		// Hidden pages may come back, so this only sends what is left; `end` ends.
		close: sendWaiting,
		sendWaiting,

		leave: async () => {
			end({ byButton: true });
			return 'close-window';
		},

		// One call that reaches the LMS: Moodle sends a beacon for Commit and one for Finish, which may arrive in any order.
		end: () => end({ byButton: false }),
		isEnded: () => run.isFinished(),
		isWaiting: () => waiting !== null,
		isForCredit: () => forCredit,

		onLaterSave: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};

	/**
	 * The first writes of a launch: under way, and kept if the window is killed. Never over passed, completed or failed.
	 * What has to be handed over again can wait a little: a launch makes as few calls as it can.
	 */
	function begin({ way, result, handAgain }: Resumed): void {
		const now = replay(module, way);
		latest = { entries: way, result, place: now.place };
		if (handAgain) wait({ ...latest, result: result?.success === false ? null : result });
		if (!standing.begun && setAll(dialect.underWay)) standing = { ...standing, begun: true };
		run.set(elements.exit, dialect.exit(now.ended !== null));
		run.commit();
	}
}

function emptyIn(mode: SavedAttempt['mode']): SavedAttempt | null {
	return mode === 'normal' ? null : { entries: [], result: null, mode, notice: null };
}
