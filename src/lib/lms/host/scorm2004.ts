/// <reference lib="dom" />
import { readAttempt, writeAttempt, type LaunchOf, type WatchedCalls } from '#lib/lms/host/launch.ts';
import { watchCalls } from '#lib/lms/host/watch-calls.ts';
import { memoryLms2004, type Quirk, type Stored } from '#lib/lms/memory-lms.ts';
import { watchStrictly2004, type WatchedApi2004 } from '#lib/lms/strict-scorm2004.ts';

declare global {
	interface Window {
		API_1484_11?: WatchedApi2004;
		Scorm2004API: new (settings: Record<string, unknown>) => WatchedApi2004 & ScormAgain2004;
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
 * Puts a SCORM 2004 run-time where content looks for it, either edition: scorm-again, or with quirks a small one that
 * misbehaves as told. What was not left with `suspend` is not given back, as the standard has it (RTE 4.2.8) and a real
 * Moodle does it.
 */
export function openScorm2004(launch: LaunchOf): WatchedCalls {
	const stored = readAttempt(launch.attempt);
	const quirks = launch.quirks as Quirk[];
	const api = quirks.length
		? keeping(memoryLms2004(stored, quirks, launch.mode), launch.attempt, stored)
		: scormAgain(stored, launch);
	const watch = launch.isStrict ? watchStrictly2004(api, { scored: launch.isScored }) : watchCalls(api, names);
	window.API_1484_11 = watch.api as WatchedApi2004;
	return watch;
}

function scormAgain(stored: Stored, { attempt, mode }: LaunchOf): WatchedApi2004 {
	const api = new window.Scorm2004API({
		autocommit: false,
		logLevel: 5,
		lmsCommitUrl: attempt,
		dataCommitFormat: 'flattened'
	});
	const { 'cmi.exit': exit, ...values } = stored;
	const isResumed = exit === 'suspend';
	for (const name of ['cmi.session_time', 'cmi.entry', 'cmi.mode', 'cmi.learner_id']) delete values[name];
	if (isResumed) api.loadFromFlattenedJSON(values);
	Object.assign(api.cmi, { learner_id: 'learner-7', mode, entry: isResumed ? 'resume' : 'ab-initio' });
	return api;
}

/** Sends what the small LMS keeps to the server. */
function keeping(api: WatchedApi2004, attempt: string, stored: Stored): WatchedApi2004 {
	const kept = (call: 'Commit' | 'Terminate') => (empty: string) => {
		const answer = api[call](empty);
		writeAttempt(attempt, stored);
		return answer;
	};
	return { ...api, Commit: kept('Commit'), Terminate: kept('Terminate') };
}
