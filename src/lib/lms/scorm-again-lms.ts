import type { Stored } from './memory-lms.ts';
import type { LmsApi } from './recorded-call.ts';
import type { ScormVersion } from './run-time.ts';

/** What of scorm-again is used; the same in its APIs for both versions of SCORM. */
export type ScormAgain = LmsApi & {
	loadFromFlattenedJSON(values: Stored): void;
	getFlattenedCMI(): Record<string, unknown>;
	cmi: Record<string, unknown> & { core?: Record<string, unknown> };
};

/** A class of scorm-again, as its distribution puts it on the window. */
export type ScormAgainClass = new (settings: { autocommit: boolean; logLevel: number }) => unknown;

/** Only errors of scorm-again itself go to the console; those of calls are in the list. */
const logErrorsOnly = 5;

/**
 * scorm-again as an LMS for one launch, with what earlier launches have left. Only a sitting that was suspended is gone
 * on with in SCORM 2004, as Moodle does it; 1.2 always gives the data back. Sources: scorm-again 3.4; SCORM 2004 4th Ed.
 * RTE 4.2.8; docs/lms/scorm.md.
 * @param stored what earlier launches have left, by element
 */
export function scormAgainLms(
	Api: ScormAgainClass,
	version: ScormVersion,
	stored: Stored,
	mode: 'normal' | 'review'
): { api: ScormAgain; stored: () => Stored } {
	const api = new Api({ autocommit: false, logLevel: logErrorsOnly }) as ScormAgain;
	const suspended = stored[version === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit'] === 'suspend';
	const entry = suspended ? 'resume' : 'ab-initio';
	if (version === 'scorm12' || suspended || mode === 'review') api.loadFromFlattenedJSON(withoutSitting(stored));
	const credit = mode === 'review' ? 'no-credit' : 'credit';
	if (version === 'scorm12')
		Object.assign(api.cmi.core ?? {}, { student_id: 'learner-7', lesson_mode: mode, credit, entry });
	else Object.assign(api.cmi, { learner_id: 'learner-7', mode, credit, entry });
	// Looking at an attempt again changes nothing of it.
	return { api, stored: () => (mode === 'review' ? stored : texts(api.getFlattenedCMI())) };
}

/** Each launch says for itself how it was entered, how long it took and how it was left. */
function withoutSitting(stored: Stored): Stored {
	return Object.fromEntries(
		Object.entries(stored).filter(
			([element, value]) => value !== '' && !/\.(session_time|entry|exit|mode|lesson_mode|credit)$/.test(element)
		)
	);
}

function texts(values: Record<string, unknown>): Stored {
	return Object.fromEntries(
		Object.entries(values).flatMap(([element, value]) =>
			typeof value === 'string' || typeof value === 'number' ? [[element, String(value)]] : []
		)
	);
}
