/// <reference lib="dom" />
import { memoryLms, type Quirk, type Stored } from '#lib/lms/memory-lms.ts';
import { watchStrictly, type Watch, type WatchedApi } from '#lib/lms/strict-scorm12.ts';

// The LMS side of the package tests, as a page: one attempt, kept by the test's server between launches.
// Without quirks scorm-again is the run-time; with quirks a small LMS that misbehaves as told.

declare global {
	interface Window {
		API?: WatchedApi;
		watch: Watch;
		Scorm12API: new (settings: Record<string, unknown>) => WatchedApi & ScormAgain;
	}
}

type ScormAgain = {
	loadFromFlattenedJSON(values: Record<string, string>): void;
	cmi: { core: { student_id: string; lesson_mode: string; entry: string } };
};

const params = new URLSearchParams(location.search);
const attempt = `/attempts/${params.get('attempt')}`;
const quirks = (params.get('quirks') ?? '').split(',').filter(Boolean) as Quirk[];
const mode = params.get('mode') ?? 'normal';
const stored = read();

if (params.get('lms') !== 'none') {
	const api = quirks.length ? keeping(memoryLms(stored, quirks, mode)) : scormAgain();
	window.watch = watchStrictly(api, { scored: params.has('scored') });
	window.API = window.watch.api;
}
const frame = document.createElement('iframe');
frame.title = 'Module';
frame.src = `/${params.get('package')}/${params.get('module')}.html`;
document.body.append(frame);

function scormAgain(): WatchedApi {
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

/** Sends what the small LMS keeps to the server, as a real one does on each commit. */
function keeping(api: WatchedApi): WatchedApi {
	const kept = (call: 'LMSCommit' | 'LMSFinish') => (empty: string) => {
		const answer = api[call](empty);
		write(stored);
		return answer;
	};
	return { ...api, LMSCommit: kept('LMSCommit'), LMSFinish: kept('LMSFinish') };
}

function read(): Stored {
	const request = new XMLHttpRequest();
	request.open('GET', attempt, false);
	request.send();
	return JSON.parse(request.responseText) as Stored;
}

function write(values: Stored): void {
	const body = JSON.stringify(values);
	try {
		const request = new XMLHttpRequest();
		request.open('POST', attempt, false);
		request.send(body);
	} catch {
		// Browsers refuse synchronous requests while a page goes away: LMSs send a beacon then.
		navigator.sendBeacon(attempt, body);
	}
}
