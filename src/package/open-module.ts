import { browserStores, copyKeeper } from '#lib/tracking/device-copy.ts';
import { findScorm12Apis } from '#lib/tracking/scorm-api.ts';
import { startScorm12 } from '#lib/tracking/scorm12-run.ts';
import { createScorm12Tracker } from '#lib/tracking/scorm12.ts';
import type { Tracker } from '#lib/tracking/tracker.ts';
import { createUntrackedTracker } from '#lib/tracking/untracked.ts';
import type { PackagedModule } from '#lib/scenario/packaged-module.ts';

/** A tracker for the place this page was opened in, and what the page has to know of it. */
export type Opened = {
	tracker: Tracker;
	place: 'lms' | 'none';
	/** As the LMS names them; `''` where nobody is named. */
	learner: string;
	/** The page goes away for good. */
	end(): void;
	/** Nothing can be kept any more: the page has to be loaded anew to go on. */
	isEnded(): boolean;
	/** Whether something is not saved yet. */
	isWaiting(): boolean;
	/** Tries at once to save what is not. */
	sendWaiting(): void;
};

/**
 * Looks for an LMS and opens the attempt there; without one, the module plays untracked.
 * @param log told about each call the LMS refused, never with a value
 */
export function openPlace(packaged: PackagedModule, win: Window, log: (call: string, error: string) => void): Opened {
	const { module } = packaged;
	const now = () => Date.now();
	const copyFor = (learner: string) =>
		copyKeeper(browserStores(win), { lms: win.location.origin, learner, course: module.course, module: module.id });
	const run = startScorm12(findScorm12Apis(win), log);
	if (!run) {
		const tracker = createUntrackedTracker({ module, copy: copyFor(''), now });
		const nothing = () => {};
		const never = () => false;
		return {
			tracker,
			place: 'none',
			learner: '',
			end: nothing,
			isEnded: never,
			isWaiting: never,
			sendWaiting: nothing
		};
	}
	// Half a character, where an LMS cuts an id, cannot be part of a storage key.
	const learner = run
		.get('cmi.core.student_id')
		.trim()
		.replace(/\p{Surrogate}/gu, '\ufffd');
	const tracker = createScorm12Tracker({
		module,
		run,
		copy: copyFor(learner),
		passingScaled: packaged.passingScaled,
		doneStatus: packaged.doneStatus,
		interactions: packaged.interactions,
		now,
		isOffline: () => !win.navigator.onLine
	});
	const { end, isEnded, isWaiting, sendWaiting } = tracker;
	return { tracker, place: 'lms', learner, end, isEnded, isWaiting, sendWaiting };
}
