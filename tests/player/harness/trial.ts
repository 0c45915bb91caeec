import type { Entry } from '#lib/scenario/module.ts';
import type { SavedAttempt, SaveState } from '#lib/tracking/tracker.ts';

/** How the trial page sets the player up; goes into its address as JSON. */
export type Trial = {
	saved: SavedAttempt | null;
	answer: SaveState;
	locale: 'en' | 'en-XA' | 'ar-XB';
	/** `twice`: somebody has entered the same ones twice. */
	contacts: boolean | 'twice';
	journal: boolean;
	passingScaled: number | null;
	closingPage: boolean;
};

const usual: Trial = {
	saved: null,
	answer: { kind: 'kept' },
	locale: 'en',
	contacts: true,
	journal: true,
	passingScaled: null,
	closingPage: false
};

/** The trial in an address; what is not named is as usual. It comes from our own tests alone, so it is trusted. */
export function parseTrial(json: string | null): Trial {
	return { ...usual, ...(JSON.parse(json ?? '{}') as Partial<Trial>) };
}

/** The address of the trial page for a trial. */
export function trialAddress(trial: Partial<Trial>): string {
	return `/?trial=${encodeURIComponent(JSON.stringify(trial))}`;
}

/** An attempt as it would have been saved after these entries. */
export function savedAfter(entries: Entry[], more: Partial<SavedAttempt> = {}): SavedAttempt {
	return { entries, result: null, mode: 'normal', notice: null, ...more };
}
