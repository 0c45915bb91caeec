import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { Result } from '#lib/scenario/result.ts';
import type { CopyKeeper } from './device-copy.ts';
import { rawScore, sessionTime } from './scorm12-format.ts';
import { interactionOf } from './scorm12-interactions.ts';
import { isDone, resumeFrom } from './scorm12-resume.ts';
import type { Scorm12Run } from './scorm12-run.ts';
import { packAttempt } from './suspend-data.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from './tracker.ts';

/** SCORM 1.2 RTE, cmi.suspend_data: CMIString4096. */
const mostSuspendData = 4096;
/** How long after a refused save it is tried again. */
const retryAfterMs = 15_000;

/** What the tracker needs: everything that varies comes in here. */
export type Scorm12Options = {
	module: PlayModule;
	/** An initialised run-time, see `startScorm12`. */
	run: Scorm12Run;
	/** The copy on this device, for the learner the LMS names. */
	copy: CopyKeeper;
	/** 0..1; null where the module asks for completion only. */
	passingScaled: number | null;
	/** The status of a module finished without a passing score; some LMSs count only `passed`. */
	doneStatus: 'completed' | 'passed';
	/** Whether each decision is recorded as an interaction. */
	interactions: boolean;
	/** Milliseconds since 1970. */
	now(): number;
	/** Whether the browser says that there is no network: then an LMS's "true" is worth nothing. */
	isOffline(): boolean;
};

/** The tracker, and what the page around it needs. */
export type Scorm12Tracker = Tracker & {
	/** The page goes away for good: ends the launch, once. Nothing is kept after it. */
	end(): void;
	isEnded(): boolean;
	/** Whether something is not saved yet. */
	isWaiting(): boolean;
	/** Tries at once to save what is not: the network is back. */
	sendWaiting(): void;
};

/**
 * Keeps an attempt in an LMS through SCORM 1.2. Everything is set and committed when a decision is made; leaving only
 * says how the sitting ended. Never writes a score without a passing score, never takes back passed or completed, and
 * writes nothing in review and browse mode. Sources: SCORM 1.2 RTE 3.4; docs/lms/scorm12.md.
 */
export function createScorm12Tracker(options: Scorm12Options): Scorm12Tracker {
	const { module, run, copy } = options;
	const openedAtMs = options.now();
	const listeners = new Set<(state: SaveState) => void>();
	let mode: SavedAttempt['mode'] = 'normal';
	let status = '';
	let bestRaw = -1;
	let saves = 0;
	/** As last opened or saved. */
	let latest: Progress | null = null;
	let known: Entry[] = [];
	/** The number of the next interaction; null where none are recorded. */
	let interactionIndex: number | null = null;
	let interactionsForgotten = false;
	/** What the LMS has not taken yet. */
	let waiting: Progress | null = null;
	let retry: ReturnType<typeof setTimeout> | null = null;

	/** Sets everything and commits. Synchronous: nothing may come between a decision and its commit. */
	function handOver(progress: Progress): boolean {
		const way = replay(module, progress.entries).way;
		const text = packAttempt(module, { way, saves, finished: progress.result });
		if (text.length > mostSuspendData) return false;
		const kept = run.set('cmi.suspend_data', text).ok;
		run.set('cmi.core.lesson_location', progress.place.slice(0, 255));
		run.set('cmi.core.session_time', sessionTime(options.now() - openedAtMs));
		run.set('cmi.core.exit', exitFor(progress));
		const reported = report(progress);
		return run.commit().ok && kept && reported && !options.isOffline();
	}

	/** Status and score, where they change. */
	function report(progress: Progress): boolean {
		const { result } = progress;
		if (!result) return true;
		if (options.passingScaled !== null && result.scaled !== null && result.scaled > bestRaw) {
			const first = bestRaw < 0;
			run.set('cmi.core.score.raw', rawScore(result.scaled));
			if (first) {
				// Optional in 1.2, but some gradebooks divide by max.
				run.set('cmi.core.score.min', '0');
				run.set('cmi.core.score.max', '100');
			}
			bestRaw = result.scaled;
		}
		const next = statusFor(result, isEnding(progress));
		if (next === status || (isDone(status) && !(status === 'failed' && next !== 'incomplete'))) return true;
		const { ok } = run.set('cmi.core.lesson_status', next);
		if (ok) status = next;
		return ok;
	}

	/** `failed` only where an ending is on the screen: some LMSs throw the attempt away for it. */
	function statusFor(result: Result, atEnding: boolean): string {
		if (options.passingScaled === null) return options.doneStatus;
		if (result.success === true) return 'passed';
		return result.success === false && atEnding ? 'failed' : 'incomplete';
	}

	function isEnding(progress: Progress): boolean {
		return replay(module, progress.entries).ended !== null;
	}

	function exitFor(progress: Progress): 'suspend' | '' {
		return isEnding(progress) ? '' : 'suspend';
	}

	function keepCopy(progress: Progress): boolean {
		const way = replay(module, progress.entries).way;
		const text = packAttempt(module, { way, saves, finished: progress.result });
		return copy.write({ format: 1, text, result: progress.result, savedAtMs: options.now(), confirmed: false });
	}

	/** One record per decision that came since the last save; a script that was read looks like any other way. */
	function recordInteractions(progress: Progress): void {
		const { entries } = progress;
		for (let at = known.length; at < entries.length; at += 1) {
			const decision = entries[at];
			if (interactionIndex === null || !decision || !('scene' in decision)) continue;
			const met = { before: entries.slice(0, at), index: interactionIndex, forgotten: interactionsForgotten };
			const interaction = interactionOf(module, decision, met);
			if (!interaction) continue;
			for (const [element, value] of Object.entries(interaction))
				run.set(`cmi.interactions.${interactionIndex}.${element}`, value);
			interactionIndex += 1;
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

	function end(leaving: { commit: boolean }): void {
		stopRetrying();
		if (run.isFinished()) return;
		if (mode === 'normal' && latest) {
			if (waiting) handOver(waiting);
			else {
				run.set('cmi.core.session_time', sessionTime(options.now() - openedAtMs));
				run.set('cmi.core.exit', exitFor(latest));
				if (leaving.commit) run.commit();
			}
		}
		run.finish();
	}

	return {
		open: async () => {
			const lessonMode = run.get('cmi.core.lesson_mode');
			mode = lessonMode === 'review' || lessonMode === 'browse' ? lessonMode : 'normal';
			status = run.get('cmi.core.lesson_status').trim().toLowerCase();
			const suspendData = run.get('cmi.suspend_data');
			const raw = options.passingScaled !== null && isDone(status) ? run.get('cmi.core.score.raw') : '';
			const kept = copy.read(options.now());
			const resumed = resumeFrom(module, { status, suspendData, raw }, kept, options.passingScaled);
			saves = resumed.saves;
			known = resumed.way;
			if (isDone(status) && resumed.result?.scaled) bestRaw = resumed.result.scaled;
			if (mode === 'normal') {
				if (options.interactions) {
					const count = run.get('cmi.interactions._count');
					interactionIndex = /^\d+$/.test(count) ? Number(count) : null;
					interactionsForgotten = Number(count) > known.length;
				}
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
			waiting = progress;
			retryLater();
			return { kind: onDevice ? 'waiting' : 'failed' };
		},

		// Hidden pages may come back, so this only sends what is left; `end` ends.
		close: sendWaiting,
		sendWaiting,

		leave: async () => {
			end({ commit: true });
			return 'close-window';
		},

		// One call that reaches the LMS: Moodle sends a beacon for Commit and one for Finish, which may arrive in any order.
		end: () => end({ commit: false }),
		isEnded: () => run.isFinished(),
		isWaiting: () => waiting !== null,

		onLaterSave: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};

	/** The first writes of a launch: under way, and kept if the window is killed. Never over passed, completed or failed. */
	function begin(resumed: { way: Entry[]; result: Result | null; handAgain: boolean }): void {
		const replayed = replay(module, resumed.way);
		const progress: Progress = { entries: resumed.way, result: resumed.result, place: replayed.place };
		latest = progress;
		if (resumed.handAgain) {
			if (resumed.way.length)
				run.set('cmi.suspend_data', packAttempt(module, { way: replayed.way, saves, finished: resumed.result }));
			if (resumed.result?.success !== false) report(progress);
		}
		if (!isDone(status) && status !== 'incomplete') {
			if (run.set('cmi.core.lesson_status', 'incomplete').ok) status = 'incomplete';
		}
		run.set('cmi.core.exit', exitFor(progress));
		run.commit();
	}
}

function emptyIn(mode: SavedAttempt['mode']): SavedAttempt | null {
	return mode === 'normal' ? null : { entries: [], result: null, mode, notice: null };
}
