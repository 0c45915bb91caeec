import type { ScormDialect } from './dialect.ts';
import { lmsId, numberWithin, rawScore, timespan } from './format.ts';
import { interactionRecorder12 } from './interactions12.ts';

/**
 * SCORM 1.2: one status for completion and result, a score out of 100, interactions that can only be added.
 * Sources: SCORM 1.2 RTE 3.4; docs/lms/scorm.md.
 */
export const scorm12: ScormDialect = {
	api: 'API',
	calls: {
		initialize: 'LMSInitialize',
		get: 'LMSGetValue',
		set: 'LMSSetValue',
		commit: 'LMSCommit',
		finish: 'LMSFinish',
		lastError: 'LMSGetLastError'
	},
	elements: {
		learner: 'cmi.core.student_id',
		mode: 'cmi.core.lesson_mode',
		credit: 'cmi.core.credit',
		status: 'cmi.core.lesson_status',
		suspendData: 'cmi.suspend_data',
		place: 'cmi.core.lesson_location',
		sessionTime: 'cmi.core.session_time',
		exit: 'cmi.core.exit'
	},
	mostSuspendData: 4096,
	mostPlace: 255,
	sessionTime: timespan,
	exit: (isEnded) => (isEnded ? '' : 'suspend'),
	readStanding: (get) => {
		const status = get('cmi.core.lesson_status').trim().toLowerCase();
		const done = ['passed', 'completed', 'failed'].includes(status);
		return {
			begun: done || status === 'incomplete',
			done,
			success: status === 'passed' ? true : status === 'failed' ? false : null
		};
	},
	readScaled: (get) => {
		const raw = numberWithin(get('cmi.core.score.raw'), 0, 100);
		return raw === null ? null : raw / 100;
	},
	underWay: [['cmi.core.lesson_status', 'incomplete']],
	// `passed` and `completed` stay whatever comes; `failed` gives way to them.
	statusWrites: ({ isScored, success }, before) => {
		const status = success === null ? (isScored ? null : 'completed') : success ? 'passed' : 'failed';
		return status && (!before.done || (before.success === false && status !== 'failed'))
			? [['cmi.core.lesson_status', status]]
			: [];
	},
	// Min and max are optional in 1.2, but some gradebooks divide by max.
	scoreWrites: (scaled) => [
		['cmi.core.score.raw', rawScore(scaled)],
		['cmi.core.score.min', '0'],
		['cmi.core.score.max', '100']
	],
	objectiveWrites: ({ id, scaled }, isNew) => [
		...(isNew ? ([['id', lmsId(id)]] as const) : []),
		['score.raw', rawScore(scaled)],
		['score.min', '0'],
		['score.max', '100'],
		...(scaled >= 1 ? ([['status', 'passed']] as const) : isNew ? ([['status', 'incomplete']] as const) : [])
	],
	progressWrites: () => [],
	leavingWrites: () => [],
	recorder: interactionRecorder12
};
