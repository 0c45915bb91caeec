import type { RunTime } from './run-time.ts';

/** SCORM 1.2: one status for completion and success. */
export const scorm12RunTime: RunTime = {
	host: 'scorm12',
	initialise: 'LMSInitialize',
	suspendData: 'cmi.suspend_data',
	isFinished: (stored) => ['completed', 'passed', 'failed'].includes(stored['cmi.core.lesson_status'] ?? ''),
	standing: (stored) => {
		const score = stored['cmi.core.score.raw'];
		return `${stored['cmi.core.lesson_status'] ?? 'not attempted'}${score ? `, ${score} of ${stored['cmi.core.score.max'] ?? '100'}` : ', no score'}`;
	}
};
