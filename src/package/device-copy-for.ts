import type { PlayModule } from '#lib/scenario/module.ts';
import { browserStores, copyKeeper, type CopyKeeper } from '#lib/tracking/device-copy.ts';

/** Where this device keeps its copy of a learner's attempt; `''` as the learner keeps it in this tab alone. */
export function deviceCopyFor(module: PlayModule, win: Window, learner: string): CopyKeeper {
	return copyKeeper(browserStores(win), {
		lms: win.location.origin,
		// Half a character, where an LMS cuts an id, cannot be part of a storage key.
		learner: learner.trim().replace(/\p{Surrogate}/gu, '\ufffd'),
		course: module.course,
		module: module.id
	});
}
