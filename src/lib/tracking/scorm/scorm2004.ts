import type { ScormDialect, Write } from './dialect.ts';
import { decimal, isoDuration, lmsId, numberWithin, rawScore } from './format.ts';
import { interactionRecorder2004 } from './interactions2004.ts';

/**
 * SCORM 2004, 3rd and 4th Edition: completion and success apart, a scaled score, interactions that can be written over.
 * `exit` is always `suspend`, after an ending too: only then does an LMS give the data back, and a new attempt would
 * begin without what was earned. Sources: SCORM 2004 4th Ed. RTE 4.2; docs/lms/scorm.md.
 */
export const scorm2004: ScormDialect = {
	api: 'API_1484_11',
	calls: {
		initialize: 'Initialize',
		get: 'GetValue',
		set: 'SetValue',
		commit: 'Commit',
		finish: 'Terminate',
		lastError: 'GetLastError'
	},
	elements: {
		learner: 'cmi.learner_id',
		mode: 'cmi.mode',
		credit: 'cmi.credit',
		status: 'cmi.completion_status',
		suspendData: 'cmi.suspend_data',
		place: 'cmi.location',
		sessionTime: 'cmi.session_time',
		exit: 'cmi.exit'
	},
	// The standard gives 64,000; but Moodle sends all values at each commit, and those have to stay under 32 KiB together.
	mostSuspendData: 8000,
	mostPlace: 1000,
	sessionTime: isoDuration,
	exit: () => 'suspend',
	readStanding: (get) => {
		const completion = get('cmi.completion_status').trim().toLowerCase();
		const success = get('cmi.success_status').trim().toLowerCase();
		const done = completion === 'completed';
		return {
			begun: done || completion === 'incomplete',
			done,
			success: success === 'passed' ? true : success === 'failed' ? false : null
		};
	},
	readScaled: (get) => numberWithin(get('cmi.score.scaled'), 0, 1),
	underWay: [['cmi.completion_status', 'incomplete']],
	statusWrites: ({ success }, before) => [
		...(before.done ? [] : ([['cmi.completion_status', 'completed']] as const)),
		...(success === null || before.success === true || success === before.success
			? []
			: ([['cmi.success_status', success ? 'passed' : 'failed']] as const))
	],
	scoreWrites: (scaled) => scoreOf('cmi.score.', scaled),
	// Nothing where one is not shown in full: another way may have shown it, and that is not taken back.
	objectiveWrites: ({ id, scaled }, isNew) => [
		...(isNew ? ([['id', lmsId(id)]] as const) : []),
		...scoreOf('score.', scaled),
		...(scaled < 1
			? []
			: ([
					['success_status', 'passed'],
					['completion_status', 'completed']
				] as const))
	],
	progressWrites: (share) => [['cmi.progress_measure', decimal(share)]],
	// Suspending keeps what was earned; `exitAll` would end the attempt, and the next one would begin without it.
	leavingWrites: (isEnded, get) => [
		['adl.nav.request', isEnded && get('adl.nav.request_valid.continue') === 'true' ? 'continue' : 'suspendAll']
	],
	recorder: interactionRecorder2004
};

/** Raw as well, always: Moodle's gradebook reads nothing else. */
function scoreOf(start: string, scaled: number): Write[] {
	return [
		[`${start}scaled`, decimal(scaled)],
		[`${start}raw`, rawScore(scaled)],
		[`${start}min`, '0'],
		[`${start}max`, '100']
	];
}
