import { earn } from '#lib/scenario/earn.ts';
import { extendLog } from '#lib/scenario/log.ts';
import type { Decision, Entry, PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { wayInForce } from '#lib/scenario/way.ts';
import type { Progress, SavedAttempt, SaveState, Tracker } from '#lib/tracking/tracker.ts';
import { oursAfterTheirs } from './merge-logs.ts';
import { pageOfVisit, pagesOf } from './pages.ts';
import { OPENING } from './places.ts';
import { createSaver } from './saver.ts';
import { skipFrom } from './skip.ts';

/** Everything a player needs to run; `onplace` is told of each page the learner turns to. */
export type PlayOptions = {
	module: PlayModule;
	saved: SavedAttempt | null;
	tracker: Tracker;
	passingScaled: number | null;
	now(): string;
	onplace(place: number): void;
};

export type Play = ReturnType<typeof createPlay>;

/** One sitting: the log, and what follows from it. The screen shows only what the log says, so the two cannot disagree. */
export function createPlay({ module, saved, tracker, passingScaled, now: clock, onplace }: PlayOptions) {
	const recording = (saved?.mode ?? 'normal') === 'normal';
	let log = $state.raw<Entry[]>(saved?.entries ?? []);
	let result = $state.raw(saved?.result ?? null);
	let place = $state(OPENING);
	let skipped = $state.raw<ReadonlySet<number>>(new Set());
	let saveState = $state.raw<SaveState | null>(null);
	let saving = $state(false);
	/** Saving failed before and works again: said once. */
	let recovered = $state(false);
	const now = $derived(replay(module, log));
	const pages = $derived(pagesOf(module, now, skipped));

	const progress = (): Progress => ({ entries: log, result, place: now.place });
	const keep = createSaver(
		() => tracker.save(progress()),
		(state) => (state === 'saving' ? (saving = true) : heard(state))
	);

	function heard(state: SaveState) {
		const troubled = saveState !== null && !fine(saveState);
		recovered = fine(state) && troubled;
		saving = false;
		saveState = state;
	}

	function change(entries: Entry[]) {
		log = entries;
		const { visits } = now;
		skipped = new Set([...skipped].filter((visit) => visit < visits.length));
		if (recording) result = earn(module, now, { at: clock(), passingScaled, before: result });
		void keep();
	}

	function goTo(index: number) {
		place = Math.min(index, pages.length - 1);
		onplace(place);
	}

	function rewindTo(decisionIndex: number) {
		const visit = now.visits.findIndex((one) => one.decisionIndex === decisionIndex);
		skipped = new Set([...skipped].filter((one) => one < visit));
		const extended = extendLog(module, log, { rewind: decisionIndex });
		if (!extended.ok) return;
		change([...log, ...extended.append]);
		goTo(pages.findIndex((page) => page.visit === visit && page.kind === 'scene'));
	}

	return {
		get log() {
			return log;
		},
		get result() {
			return result;
		},
		get now() {
			return now;
		},
		get pages() {
			return pages;
		},
		get place() {
			return place;
		},
		get saveState() {
			return saveState;
		},
		get saving() {
			return saving;
		},
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
		/** The browser went back or forward: no new place. */
		wentTo(index: number) {
			place = Math.min(index, pages.length - 1);
		},
		/** From the opening to where the story waits. */
		goOn() {
			goTo(now.ended === null ? pageOfVisit(pages, now.here) : pages.length - 1);
		},
		decide(decision: Decision) {
			const visit = now.visits.length - 1;
			const extended = extendLog(module, log, decision);
			if (!extended.ok) return;
			change([...log, ...extended.append]);
			goTo(pages.findIndex((page) => page.visit === visit && page.kind === 'scene') + 1);
		},
		rewindTo,
		takeBack() {
			const last = now.visits[now.here - 1]?.decisionIndex;
			if (typeof last === 'number') rewindTo(last);
		},
		skip(visit: number) {
			const { entries, visits } = skipFrom(module, log, visit);
			if (visits.length === 0) return;
			skipped = new Set([...skipped, ...visits]);
			if (entries !== log) change(entries);
			goTo(pages.findIndex((page) => page.kind === 'skipped' && page.visit >= visit));
		},
		/** The script was read: its decisions count as any others. */
		takeScript() {
			skipped = new Set();
			change([...startedOver(log), ...module.script]);
			goTo(pages.length - 1);
		},
		startOver() {
			skipped = new Set();
			change(startedOver(log));
			goTo(0);
		},
		/** After a conflict: one way is kept, and the story so far is shown again. */
		async settle(keepWay: 'ours' | 'theirs') {
			if (saveState?.kind !== 'conflict') return;
			log = keepWay === 'theirs' ? saveState.entries : oursAfterTheirs(saveState.entries, log);
			skipped = new Set();
			if (recording) result = earn(module, now, { at: clock(), passingScaled, before: result });
			saveState = null;
			if (keepWay === 'theirs') goTo(OPENING);
			if (tracker.settle) heard(await tracker.settle(keepWay, progress()));
			else await keep();
		}
	};
}

function startedOver(log: Entry[]): Entry[] {
	return wayInForce(log).length > 0 ? [...log, { rewind: 0 }] : log;
}

function fine(state: SaveState): boolean {
	return state.kind === 'kept' || state.kind === 'handed-over' || state.kind === 'not-recorded';
}
