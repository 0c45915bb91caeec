import { memoryLms, memoryLms2004, type Quirk, type Stored } from '#lib/lms/memory-lms.ts';
import type { LoggedCallOf } from '#lib/lms/strict.ts';
import { watchStrictly } from '#lib/lms/strict-scorm12.ts';
import { watchStrictly2004 } from '#lib/lms/strict-scorm2004.ts';
import { earn } from '#lib/scenario/earn.ts';
import type { Entry, PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import { copyKeeper, type CopyStore } from '#lib/tracking/device-copy.ts';
import type { ScormApi } from '#lib/tracking/scorm/api.ts';
import type { ScormDialect } from '#lib/tracking/scorm/dialect.ts';
import { startScorm } from '#lib/tracking/scorm/run.ts';
import { scorm12 } from '#lib/tracking/scorm/scorm12.ts';
import { scorm2004 } from '#lib/tracking/scorm/scorm2004.ts';
import { createScormTracker, type ScormTracker } from '#lib/tracking/scorm/tracker.ts';
import type { Progress, SavedAttempt } from '#lib/tracking/tracker.ts';

/** A version of SCORM as the tests see it: an LMS that speaks it, the strict checks, and how to read what it keeps. */
export type ScormVersion = {
	name: string;
	dialect: ScormDialect;
	/** An LMS with strict checks beside it. */
	watched(
		stored: Stored,
		quirks: readonly Quirk[],
		mode: string | undefined,
		scored: boolean
	): { api: ScormApi; calls: LoggedCallOf<string>[]; faults: string[] };
	/** What a gradebook says: passed or failed where that is known, else how far it came. */
	status(stored: Stored): string | undefined;
	raw(stored: Stored): string | undefined;
	/** Names of elements that differ. */
	creditElement: string;
	scoreElements: string;
};

/** SCORM 1.2, and SCORM 2004 in both editions. */
export const scormVersions: Record<'scorm12' | 'scorm2004', ScormVersion> = {
	scorm12: {
		name: 'SCORM 1.2',
		dialect: scorm12,
		watched: (stored, quirks, mode, scored) => watchStrictly(memoryLms(stored, quirks, mode), { scored }),
		status: (stored) => stored['cmi.core.lesson_status'],
		raw: (stored) => stored['cmi.core.score.raw'],
		creditElement: 'cmi.core.credit',
		scoreElements: 'cmi.core.score.'
	},
	scorm2004: {
		name: 'SCORM 2004',
		dialect: scorm2004,
		watched: (stored, quirks, mode, scored) => watchStrictly2004(memoryLms2004(stored, quirks, mode), { scored }),
		status: (stored) => stored['cmi.success_status'] ?? stored['cmi.completion_status'],
		raw: (stored) => stored['cmi.score.raw'],
		creditElement: 'cmi.credit',
		scoreElements: 'cmi.score.'
	}
};

/** What stays between launches: the LMS's values, the device's, the clock and the network. */
export type ScormWorld = { stored: Stored; device: Map<string, string>; nowMs: number; online: boolean };

/** Nothing kept yet. */
export function newWorld(): ScormWorld {
	return { stored: {}, device: new Map(), nowMs: Date.parse('2026-11-22T10:00:30Z'), online: true };
}

/** How a launch is made. */
export type LaunchSettings = {
	passingScaled?: number;
	doneStatus?: 'completed' | 'passed';
	interactions?: boolean;
	quirks?: readonly Quirk[];
	mode?: string;
	withoutStorage?: boolean;
	local?: Map<string, string>;
};

/** One launch of a module in an LMS. */
export type ScormLaunch = {
	watch: ReturnType<ScormVersion['watched']>;
	opened: SavedAttempt | null;
	tracker: ScormTracker;
	/** Plays on: each entry is saved as the player would. */
	play(entries: Entry[]): Promise<string[]>;
	progress(): Progress;
};

/** Opens a module as its page does. @throws Error where the strict checks found a fault, now or while it is played */
export async function launchScorm(
	version: ScormVersion,
	module: PlayModule,
	world: ScormWorld,
	settings: LaunchSettings = {}
): Promise<ScormLaunch> {
	const passingScaled = settings.passingScaled ?? null;
	const quirks = settings.quirks ?? [];
	const watch = version.watched(world.stored, quirks, settings.mode, passingScaled !== null);
	const run = startScorm([watch.api], version.dialect, () => {});
	if (!run) throw new Error('The LMS did not start');
	const store = storeOf(world.device);
	const learner = run.get(version.dialect.elements.learner);
	const stores = settings.withoutStorage
		? { local: null, session: null }
		: { local: settings.local ? storeOf(settings.local) : store, session: store };
	const tracker = createScormTracker({
		module,
		dialect: version.dialect,
		run,
		copy: copyKeeper(stores, { lms: 'https://lms.example', learner, course: module.course, module: module.id }),
		passingScaled,
		doneStatus: settings.doneStatus ?? 'completed',
		interactions: settings.interactions ?? false,
		now: () => world.nowMs,
		isOffline: () => !world.online
	});
	const opened = await tracker.open();
	let entries = opened?.entries ?? [];
	let result = opened?.result ?? null;
	const progress = () => ({ entries, result, place: replay(module, entries).place });
	const refuseFaults = () => {
		// An LMS that was initialised before is initialised again: there is no other way to find out.
		if (watch.faults.length && !quirks.includes('initialised-already')) throw new Error(watch.faults.join('\n'));
	};
	refuseFaults();
	return {
		watch,
		opened,
		tracker,
		progress,
		play: async (more) => {
			const states: string[] = [];
			for (const entry of more) {
				entries = [...entries, entry];
				const at = new Date(world.nowMs).toISOString();
				result = earn(module, replay(module, entries), { at, passingScaled, before: result });
				world.nowMs += 1000;
				states.push((await tracker.save(progress())).kind);
			}
			refuseFaults();
			return states;
		}
	};
}

function storeOf(kept: Map<string, string>): CopyStore {
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}
