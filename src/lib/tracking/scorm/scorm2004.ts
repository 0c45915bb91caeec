import type { ScormDialect, Write } from './dialect.ts';
import { decimal, isoDuration, lmsId, numberWithin, rawScore } from './format.ts';
import { interactionRecorder2004 } from './interactions2004.ts';

/**
 * SCORM 2004, 3rd and 4th Edition: completion and success apart, a scaled score, interactions that can be written over.
 * `exit` is always `suspend`, after an ending too: only then does an LMS give the data back, and a new attempt would
 * begin without what was earned. Sources: SCORM 2004 4th Ed. RTE 4.2; docs/lms/scorm.md.
 * @param doneStatus `passed` reports success for a module finished without a passing score; some LMSs count nothing else
 */
export function scorm2004({ doneStatus }: { doneStatus: 'completed' | 'passed' }): ScormDialect {
	return {
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
		mostSuspendData: 64_000,
		mostPlace: 1000,
		sessionTime: isoDuration,
		exit: () => 'suspend',
		readStanding: (get) => {
			const completion = get('cmi.completion_status').trim().toLowerCase();
			const success = get('cmi.success_status').trim().toLowerCase();
			const done = completion === 'completed' || success === 'passed' || success === 'failed';
			return {
				begun: done || completion === 'incomplete',
				done,
				success: success === 'passed' ? true : success === 'failed' ? false : null
			};
		},
		readScaled: (get) => numberWithin(get('cmi.score.scaled'), 0, 1),
		underWay: [['cmi.completion_status', 'incomplete']],
		statusWrites: ({ isScored, success }, before): Write[] => {
			const earned = isScored ? success : doneStatus === 'passed' ? true : null;
			const isNews = earned !== null && before.success !== true && earned !== before.success;
			return [
				...(before.done ? [] : [['cmi.completion_status', 'completed'] satisfies Write]),
				...(isNews ? [['cmi.success_status', earned ? 'passed' : 'failed'] satisfies Write] : [])
			];
		},
		// Raw as well, always: Moodle's gradebook reads nothing else.
		scoreWrites: (scaled) => scoreOf('cmi.score.', scaled),
		objectiveWrites: ({ id, scaled }) => [
			['id', lmsId(id)],
			...scoreOf('score.', scaled),
			['success_status', scaled >= 1 ? 'passed' : 'unknown'],
			['completion_status', scaled >= 1 ? 'completed' : 'incomplete'],
			['progress_measure', decimal(scaled)]
		],
		progressWrites: (share) => [['cmi.progress_measure', decimal(share)]],
		// Suspending keeps what was earned; `exitAll` would end the attempt, and the next one would begin without it.
		leavingWrites: (isEnded, get) => [
			['adl.nav.request', isEnded && get('adl.nav.request_valid.continue') === 'true' ? 'continue' : 'suspendAll']
		],
		recorder: interactionRecorder2004
	};
}

function scoreOf(start: string, scaled: number): Write[] {
	return [
		[`${start}scaled`, decimal(scaled)],
		[`${start}raw`, rawScore(scaled)],
		[`${start}min`, '0'],
		[`${start}max`, '100']
	];
}
