import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import type { Tracker } from '#lib/tracking/tracker.ts';
import type { Recorded } from './recorded/recording.ts';

/** A tracker for the place this page was opened in, and what the page has to know of it. */
export type Opened = {
	tracker: Tracker;
	/** Where the attempt is kept: an LMS, a learning record store, this device alone, or nowhere. */
	place: 'lms' | 'lrs' | 'device' | 'none';
	/** What this place records, in words. */
	recorded: Recorded;
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
	/** Whether what is earned counts; known once the tracker is open. */
	isForCredit(): boolean;
	/** By what passing is judged, 0..1, where the LMS may set it; the package's own where this is missing. */
	passingScaled?(): number | null;
	/** Where a learner who leaves by the button goes; null closes the window. */
	returnTo: string | null;
};

/**
 * Opens the attempt of a page in one standard's way. One file each in `places/`; the package carries only its own.
 * @param log told about each call that was refused: what was called, and the error. Never a value.
 * @returns null where nobody is there to keep it: then the module plays untracked
 */
export type OpenPlace = (
	packaged: PackagedModule,
	win: Window,
	log: (call: string, error: string) => void
) => Promise<Opened | null>;
