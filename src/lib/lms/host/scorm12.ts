/// <reference lib="dom" />
import { readAttempt, writeAttempt, type LaunchOf, type WatchedCalls } from '#lib/lms/host/launch.ts';
import { watchCalls } from '#lib/lms/host/watch-calls.ts';
import { memoryLms, type Quirk, type Stored } from '#lib/lms/memory-lms.ts';
import { watchStrictly, type WatchedApi } from '#lib/lms/strict-scorm12.ts';

declare global {
	interface Window {
		API?: WatchedApi;
		Scorm12API: new (settings: Record<string, unknown>) => WatchedApi & ScormAgain;
	}
}

type ScormAgain = {
	loadFromFlattenedJSON(values: Record<string, string>): void;
	cmi: { core: { student_id: string; lesson_mode: string; entry: string } };
};

const names = [
	...['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'],
	...['LMSGetErrorString', 'LMSGetDiagnostic', 'LMSGetLastError']
];

/** Puts a SCORM 1.2 run-time where content looks for it: scorm-again, or with quirks a small one that misbehaves as told. */
export function openScorm12(launch: LaunchOf): WatchedCalls {
	const stored = readAttempt(launch.attempt);
	const quirks = launch.quirks as Quirk[];
	const api = quirks.length
		? keeping(memoryLms(stored, quirks, launch.mode), launch.attempt, stored)
		: scormAgain(stored, launch);
	const watch = launch.isStrict ? watchStrictly(api, { scored: launch.isScored }) : watchCalls(api, names);
	window.API = watch.api as WatchedApi;
	return watch;
}

function scormAgain(stored: Stored, { attempt, mode }: LaunchOf): WatchedApi {
	const api = new window.Scorm12API({
		autocommit: false,
		logLevel: 5,
		lmsCommitUrl: attempt,
		dataCommitFormat: 'flattened'
	});
	const { 'cmi.core.exit': exit, ...values } = stored;
	for (const name of ['cmi.core.session_time', 'cmi.core.entry']) delete values[name];
	api.loadFromFlattenedJSON(values);
	api.cmi.core.student_id = 'learner-7';
	api.cmi.core.lesson_mode = mode;
	api.cmi.core.entry = exit === 'suspend' ? 'resume' : 'ab-initio';
	return api;
}

/** Sends what the small LMS keeps to the server. */
function keeping(api: WatchedApi, attempt: string, stored: Stored): WatchedApi {
	const kept = (call: 'LMSCommit' | 'LMSFinish') => (empty: string) => {
		const answer = api[call](empty);
		writeAttempt(attempt, stored);
		return answer;
	};
	return { ...api, LMSCommit: kept('LMSCommit'), LMSFinish: kept('LMSFinish') };
}
