import type { Launch } from '#lib/lms/frame-message.ts';
import { memoryLms, memoryLms2004, type Stored } from '#lib/lms/memory-lms.ts';
import { quirkOf } from '#lib/lms/presets.ts';
import type { Checked, LmsApi } from '#lib/lms/recorded-call.ts';
import type { ScormVersion } from '#lib/lms/run-time.ts';
import { scormAgainLms, type ScormAgainClass } from '#lib/lms/scorm-again-lms.ts';
import { watchStrictly, type WatchedApi } from '#lib/lms/strict-scorm12.ts';
import { watchStrictly2004, type WatchedApi2004 } from '#lib/lms/strict-scorm2004.ts';

/** What scorm-again has put on the window, and where content looks for an API. */
export type FrameWindow = {
	Scorm12API?: ScormAgainClass;
	Scorm2004API?: ScormAgainClass;
	API?: LmsApi;
	API_1484_11?: LmsApi;
};

/** An LMS to offer: its API under strict checks, and what it keeps. */
export type FrameLms = {
	apiName: 'API' | 'API_1484_11';
	checked: Checked;
	lastError: () => string;
	/** What the LMS would give back at the next launch, as it stands now. */
	stored: () => Stored;
};

/** The LMS that a launch asks for; null for none at all. @throws Error where scorm-again did not load */
export function findLms(win: FrameWindow, launch: Launch): FrameLms | null {
	const { runTime } = launch;
	if (launch.lms === 'none' || runTime === 'device') return null;
	const { api, stored } = apiFor(win, runTime, launch);
	return runTime === 'scorm12'
		? {
				apiName: 'API',
				checked: watchStrictly(api as WatchedApi, { scored: launch.isScored }),
				lastError: () => String(api['LMSGetLastError']?.()),
				stored
			}
		: {
				apiName: 'API_1484_11',
				checked: watchStrictly2004(api as WatchedApi2004, { scored: launch.isScored }),
				lastError: () => String(api['GetLastError']?.()),
				stored
			};
}

function apiFor(
	win: FrameWindow,
	version: ScormVersion,
	{ lms, mode, stored }: Launch
): { api: LmsApi; stored: () => Stored } {
	const quirk = quirkOf(lms);
	if (quirk) {
		const memory = version === 'scorm12' ? memoryLms : memoryLms2004;
		return { api: memory(stored, [quirk], mode), stored: () => ({ ...stored }) };
	}
	const Api = version === 'scorm12' ? win.Scorm12API : win.Scorm2004API;
	if (!Api) throw new Error(`scorm-again for ${version} has not been loaded before this script`);
	return scormAgainLms(Api, version, stored, mode);
}
