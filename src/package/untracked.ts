import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { createDeviceTracker } from '#lib/tracking/device.ts';
import { deviceCopyFor } from './device-copy-for.ts';
import type { Opened } from './place.ts';
import { recordedNowhere } from './recorded/nowhere.ts';

const nothing = () => {};
const never = () => false;

/** What a page has to know of a place that is this device: nothing to end, nothing to wait for, nobody to tell. */
export const onlyHere: Omit<Opened, 'tracker' | 'place' | 'recorded'> = {
	learner: '',
	end: nothing,
	isEnded: never,
	isWaiting: never,
	sendWaiting: nothing,
	isForCredit: () => true,
	returnTo: null
};

/** Nobody is there to keep the attempt: it is played all the same, and the place is kept in this tab. */
export function openUntracked({ module }: PackagedModule, win: Window): Opened {
	const copy = deviceCopyFor(module, win, '');
	const tracker = createDeviceTracker({ module, copy, isKept: false, now: () => Date.now() });
	return { ...onlyHere, tracker, place: 'none', recorded: recordedNowhere };
}
