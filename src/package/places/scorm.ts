import { findScormApis } from '#lib/tracking/scorm/api.ts';
import type { ScormDialect } from '#lib/tracking/scorm/dialect.ts';
import { startScorm } from '#lib/tracking/scorm/run.ts';
import { createScormTracker } from '#lib/tracking/scorm/tracker.ts';
import { deviceCopyFor } from '../device-copy-for.ts';
import type { OpenPlace } from '../place.ts';
import { recordedInLms } from '../recorded/in-lms.ts';

/** Looks for an LMS that speaks this version of SCORM, and opens the attempt there. */
export function scormPlace(dialect: ScormDialect): OpenPlace {
	return async (packaged, win, log) => {
		const run = startScorm(findScormApis(win, dialect), dialect, log);
		if (!run) return null;
		const learner = run.get(dialect.elements.learner);
		const tracker = createScormTracker({
			module: packaged.module,
			dialect,
			run,
			copy: deviceCopyFor(packaged.module, win, learner),
			passingScaled: packaged.passingScaled,
			doneStatus: packaged.doneStatus,
			interactions: packaged.interactions,
			now: () => Date.now(),
			isOffline: () => !win.navigator.onLine
		});
		const { end, isEnded, isWaiting, sendWaiting, isForCredit } = tracker;
		return {
			tracker,
			place: 'lms',
			recorded: recordedInLms,
			learner,
			end,
			isEnded,
			isWaiting,
			sendWaiting,
			isForCredit,
			returnTo: null
		};
	};
}
