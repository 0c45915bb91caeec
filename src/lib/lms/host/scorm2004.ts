/// <reference lib="dom" />
import { readAttempt, type LaunchOf, type WatchedCalls } from '#lib/lms/host/launch.ts';
import { watchCalls } from '#lib/lms/host/watch-calls.ts';

type Api2004 = Record<string, (...args: string[]) => unknown>;

declare global {
	interface Window {
		API_1484_11?: Api2004;
		Scorm2004API: new (settings: Record<string, unknown>) => Api2004 & ScormAgain2004;
	}
}

type ScormAgain2004 = {
	loadFromFlattenedJSON(values: Record<string, string>): void;
	cmi: { learner_id: string; mode: string; entry: string };
};

const names = [
	...['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate'],
	...['GetErrorString', 'GetDiagnostic', 'GetLastError']
];

/**
 * Puts a SCORM 2004 run-time where content looks for it: scorm-again, either edition. What was not left with `suspend` is
 * not given back, as the standard has it (RTE 4.2.8) and a real Moodle does it.
 */
export function openScorm2004({ attempt, mode }: LaunchOf): WatchedCalls {
	const api = new window.Scorm2004API({
		autocommit: false,
		logLevel: 5,
		lmsCommitUrl: attempt,
		dataCommitFormat: 'flattened'
	});
	const { 'cmi.exit': exit, ...values } = readAttempt(attempt);
	const isResumed = exit === 'suspend';
	for (const name of ['cmi.session_time', 'cmi.entry', 'cmi.mode', 'cmi.learner_id']) delete values[name];
	if (isResumed) api.loadFromFlattenedJSON(values);
	api.cmi.learner_id = 'learner-7';
	api.cmi.mode = mode;
	api.cmi.entry = isResumed ? 'resume' : 'ab-initio';
	const watch = watchCalls(api, names);
	window.API_1484_11 = watch.api;
	return watch;
}
