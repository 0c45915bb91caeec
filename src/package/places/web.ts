import { browserStores, copyKeeper } from '#lib/tracking/device-copy.ts';
import { onThisDevice } from '#lib/tracking/device-owner.ts';
import { createDeviceTracker } from '#lib/tracking/device.ts';
import type { OpenPlace } from '../place.ts';
import { recordedOnDevice } from '../recorded/on-device.ts';
import { onlyHere } from '../untracked.ts';

/** A module on any web server: the attempt is kept in this browser, for whoever uses it. Null where it keeps nothing. */
export const open: OpenPlace = async ({ module }, win) => {
	const stores = browserStores(win);
	if (!stores.local) return null;
	const owner = { ...onThisDevice(win.location.origin), course: module.course, module: module.id };
	const copy = copyKeeper(stores, owner, { lastsMs: Infinity });
	const tracker = createDeviceTracker({ module, copy, isKept: true, now: () => Date.now() });
	return { ...onlyHere, tracker, place: 'device', recorded: recordedOnDevice, returnTo: 'index.html' };
};
