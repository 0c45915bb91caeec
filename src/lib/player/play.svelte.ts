import { earn } from '#lib/scenario/earn.ts';
import { extendLog } from '#lib/scenario/log.ts';
import type { Decision, Entry, PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { wayInForce } from '#lib/scenario/way.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from '#lib/tracking/tracker.ts';
import { oursAfterTheirs } from './merge-logs.ts';
import { pageOfVisit, pagesOf } from './pages.ts';
import { OPENING, SCRIPT } from './places.ts';
import { createSaver } from './saver.ts';
import { skipFrom } from './skip.ts';

/** Everything a sitting needs. */
export type PlayOptions = {
	module: PlayModule;
	saved: SavedAttempt | null;
	tracker: Tracker;
	/** 0..1; null where no passing score is set. */
	passingScaled: number | null;
	/** ISO time. */
	now: () => string;
	/** Told of each page the learner turns to, for the browser's back button. */
	onplace: (place: number) => void;
};

/** A sitting, see `createPlay`. */
export type Play = ReturnType<typeof createPlay>;

/** One sitting: the log, and what follows from it. The screen shows only what the log says, so the two cannot disagree. */
export function createPlay({ module, saved, tracker, passingScaled, now: clock, onplace }: PlayOptions) {
	const recording = (saved?.mode ?? 'normal') === 'normal';
	let log = $state.raw<Entry[]>(saved?.entries ?? []);
	let result = $state.raw(saved?.result ?? null);
	let place = $state(OPENING);
	/** Visits skipped in this sitting. */
	let skipped = $state.raw<readonly number[]>([]);
	let saveState = $state.raw<SaveState | null>(null);
	let saving = $state(false);
	let recovered = $state(false);
	const now = $derived(replay(module, log));
	const pages = $derived(pagesOf(module, now, skipped));

	const progress = (): Progress => ({ entries: log, result, place: now.place });
	const keep = createSaver(
		() => tracker.save(progress()),
		(state) => {
			if (state === 'saving') saving = true;
			else heard(state);
		}
	);

	const heard = (state: SaveState): void => {
		recovered = isFine(state) && saveState !== null && !isFine(saveState);
		saving = false;
		saveState = state;
	};

	const become = (entries: Entry[]): void => {
		log = entries;
		if (recording) result = earn(module, now, { at: clock(), passingScaled, before: result });
	};

	const change = (entries: Entry[]): void => {
		become(entries);
		void keep();
	};

	const goTo = (index: number): void => {
		place = Math.min(index, pages.length - 1);
		onplace(place);
	};

	const rewindTo = (decisionIndex: number): void => {
		const visit = now.visits.findIndex((one) => one.decisionIndex === decisionIndex);
		const extended = extendLog(module, log, { rewind: decisionIndex });
		if (!extended.ok) return;
		skipped = skipped.filter((one) => one < visit);
		change([...log, ...extended.append]);
		goTo(pageOfVisit(pages, visit));
	};

	return {
		/** The whole append-only log. */
		get log() {
			return log;
		},
		/** What has been earned so far. */
		get result() {
			return result;
		},
		/** Where the log leads. */
		get now() {
			return now;
		},
		/** The pages of the way so far. */
		get pages() {
			return pages;
		},
		/** Index of the page shown, or one of `places.ts`. */
		get place() {
			return place;
		},
		/** What became of the last save; null before the first. */
		get saveState() {
			return saveState;
		},
		get saving() {
			return saving;
		},
		/** Saving failed before and works again. */
		get recovered() {
			return recovered;
		},
		/** Index of the decision that "take that back" undoes; null where there is none. */
		get lastDecision() {
			return now.visits[now.here - 1]?.decisionIndex ?? null;
		},
		progress,
		keep,
		heard,
		goTo,
		rewindTo,
		/** The browser went back or forward: not a new place. Back shows only what comes earlier, or answers false. */
		wentTo: (index: number, isBack: boolean): boolean => {
			const to = Math.min(index, pages.length - 1);
			if (isBack && to >= place && (place !== SCRIPT || to === SCRIPT)) return false;
			place = to;
			return true;
		},
		/** From the opening to where the story waits, or to the debrief. */
		goOn: (): void => goTo(now.ended === null ? pageOfVisit(pages, now.here) : pages.length - 1),
		/** From the opening to what followed the last decision. */
		reread: (): void => goTo(pageOfVisit(pages, now.here)),
		/** Takes a choice or response at the scene where the story waits; anything else changes nothing. */
		decide: (decision: Decision): void => {
			const visit = now.visits.length - 1;
			const extended = extendLog(module, log, decision);
			if (!extended.ok) return;
			change([...log, ...extended.append]);
			goTo(pages.findIndex((page) => page.visit === visit && page.kind === 'scene') + 1);
		},
		/** Undoes the last decision and goes back to it. */
		takeBack: (): void => {
			const last = now.visits[now.here - 1]?.decisionIndex;
			if (typeof last === 'number') rewindTo(last);
		},
		/** Back to a way that came to its ending and was left; the log only grows. */
		returnTo: (way: Decision[]): void => {
			skipped = [];
			change(oursAfterTheirs(log, way));
			goTo(pages.length - 1);
		},
		/** Passes over the scene of this visit and the flagged ones behind it. */
		skip: (visit: number): void => {
			const { entries, visits } = skipFrom(module, log, visit);
			if (visits.length === 0) return;
			skipped = [...skipped, ...visits];
			if (entries !== log) change(entries);
			goTo(pages.findIndex((page) => page.kind === 'skipped' && page.visit >= visit));
		},
		/** The script was read: its decisions count as any others. */
		takeScript: (): void => {
			skipped = [];
			change([...startedOver(log), ...module.script]);
			goTo(pages.length - 1);
		},
		/** Back to the first scene; what was earned stays. */
		startOver: (): void => {
			skipped = [];
			change(startedOver(log));
			goTo(0);
		},
		/** After a conflict: one way is kept. */
		settle: async (way: 'ours' | 'theirs'): Promise<void> => {
			if (saveState?.kind !== 'conflict') return;
			skipped = [];
			become(way === 'theirs' ? saveState.entries : oursAfterTheirs(saveState.entries, log));
			saveState = null;
			if (way === 'theirs') goTo(OPENING);
			if (tracker.settle) heard(await tracker.settle(way, progress()));
			else await keep();
		}
	};
}

function startedOver(log: Entry[]): Entry[] {
	return wayInForce(log).length > 0 ? [...log, { rewind: 0 }] : log;
}

function isFine(state: SaveState): boolean {
	return state.kind === 'kept' || state.kind === 'handed-over' || state.kind === 'not-recorded';
}
