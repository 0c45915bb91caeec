import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { createUntrackedTracker } from '#lib/tracking/untracked.ts';
import { deviceCopyFor } from './device-copy-for.ts';
import type { Opened } from './place.ts';

/** Nobody is there to keep the attempt: it is played all the same, and the place is kept in this tab. */
export function openUntracked(packaged: PackagedModule, win: Window): Opened {
	const nothing = () => {};
	const never = () => false;
	return {
		tracker: createUntrackedTracker({
			module: packaged.module,
			copy: deviceCopyFor(packaged.module, win, ''),
			now: () => Date.now()
		}),
		place: 'none',
		learner: '',
		end: nothing,
		isEnded: never,
		isWaiting: never,
		sendWaiting: nothing,
		isForCredit: never,
		returnTo: null
	};
}
