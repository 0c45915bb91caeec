import type { RunTime } from './run-time.ts';

/** SCORM 2004, any edition: completion and success apart. */
export const scorm2004RunTime: RunTime = {
	host: 'scorm2004',
	initialise: 'Initialize',
	suspendData: 'cmi.suspend_data',
	isFinished: (stored) =>
		stored['cmi.completion_status'] === 'completed' ||
		['passed', 'failed'].includes(stored['cmi.success_status'] ?? ''),
	standing: (stored) => {
		const score = stored['cmi.score.raw'];
		const completion = stored['cmi.completion_status'] ?? 'not attempted';
		const success = stored['cmi.success_status'] ?? 'unknown';
		return `${completion}, success ${success}${score ? `, ${score} of ${stored['cmi.score.max'] ?? '100'}` : ', no score'}`;
	}
};
