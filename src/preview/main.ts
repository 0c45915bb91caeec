import { deviceStorage } from '#lib/lms/device-storage.ts';
import type { FrameMessage, Launch } from '#lib/lms/frame-message.ts';
import { findLms, type FrameWindow } from './find-lms.ts';
import { recordCalls, type RecordedCall } from '#lib/lms/recorded-call.ts';

// Stands before a package's own scripts in a preview: offers the page an LMS and a browser's storage, which a frame
// without an origin has not, and tells the page around it everything that is called and kept. Nothing here is secret.

type WithoutLaunch<T> = T extends unknown ? Omit<T, 'launch'> : never;

const launch = JSON.parse(window.name) as Launch;

function tell(message: WithoutLaunch<FrameMessage>): void {
	// To anybody: the page around checks which frame it came from, and a frame without an origin cannot name one.
	window.parent.postMessage({ ...message, launch: launch.key }, '*');
}

tell({ kind: 'begun' });
offerStorage();
offerApi(window);
let isLeaving = false;
window.addEventListener('pagehide', () => (isLeaving = true));
// The last event of a page that goes away, after all listeners of `pagehide`: there the player ends its launch.
document.addEventListener('visibilitychange', () => {
	if (isLeaving) tell({ kind: 'ended' });
});

/** A page that is loaded anew in this frame, or another one, starts from the same name. */
function remember(): void {
	window.name = JSON.stringify(launch);
}

function offerApi(win: FrameWindow): void {
	const lms = findLms(win, launch);
	if (!lms) return;
	const kept = /Commit|Finish|Terminate/;
	win[lms.apiName] = recordCalls(lms.checked, {
		lastError: lms.lastError,
		now: () => performance.now(),
		tell: (call: RecordedCall) => {
			tell({ kind: 'call', call });
			if (!kept.test(call.name)) return;
			launch.stored = lms.stored();
			remember();
			tell({ kind: 'stored', stored: launch.stored });
		}
	});
}

function offerStorage(): void {
	const { device } = launch;
	const changed = () => {
		remember();
		tell({ kind: 'device', device });
	};
	for (const [name, values] of [
		['localStorage', device.local],
		['sessionStorage', device.session]
	] as const)
		Object.defineProperty(window, name, { configurable: true, value: deviceStorage(values, changed) });
}
