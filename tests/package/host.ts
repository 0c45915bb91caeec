/// <reference lib="dom" />
import { memoryLms, memoryLms2004, type Quirk, type Stored } from '#lib/lms/memory-lms.ts';
import { watchStrictly, type Watch, type WatchedApi } from '#lib/lms/strict-scorm12.ts';
import { watchStrictly2004, type Watch2004, type WatchedApi2004 } from '#lib/lms/strict-scorm2004.ts';

// The LMS side of the package tests, as a page: one attempt, kept by the test's server between launches.
// Without quirks scorm-again is the run-time; with quirks a small LMS that misbehaves as told.

declare global {
	interface Window {
		API?: WatchedApi;
		API_1484_11?: WatchedApi2004;
		watch: Watch | Watch2004;
		Scorm12API: new (settings: Record<string, unknown>) => WatchedApi & Loadable<{ core: Launched12 }>;
		Scorm2004API: new (settings: Record<string, unknown>) => WatchedApi2004 & Loadable<Launched2004>;
	}
}

type Loadable<Cmi> = { loadFromFlattenedJSON(values: Record<string, string>): void; cmi: Cmi };
type Launched12 = { student_id: string; lesson_mode: string; entry: string };
type Launched2004 = { learner_id: string; mode: string; entry: string };

const params = new URLSearchParams(location.search);
const attempt = `/attempts/${params.get('attempt')}`;
const quirks = (params.get('quirks') ?? '').split(',').filter(Boolean) as Quirk[];
const mode = params.get('mode') ?? 'normal';
const scored = params.has('scored');
const runtime = { autocommit: false, logLevel: 5, lmsCommitUrl: attempt, dataCommitFormat: 'flattened' };
const stored = read();

if (params.get('lms') === 'scorm12') {
	window.watch = watchStrictly(quirks.length ? small12() : await scormAgain12(), { scored });
	window.API = window.watch.api;
}
if (params.get('lms') === 'scorm2004') {
	window.watch = watchStrictly2004(quirks.length ? small2004() : await scormAgain2004(), { scored });
	window.API_1484_11 = window.watch.api;
}
const frame = document.createElement('iframe');
frame.title = 'Module';
frame.src = `/${params.get('package')}/${params.get('module')}.html`;
document.body.append(frame);

async function scormAgain12(): Promise<WatchedApi> {
	await loadScript('/scorm-again/scorm12.min.js');
	const api = new window.Scorm12API(runtime);
	const { 'cmi.core.exit': exit, ...values } = stored;
	for (const name of ['cmi.core.session_time', 'cmi.core.entry']) delete values[name];
	api.loadFromFlattenedJSON(values);
	Object.assign(api.cmi.core, { student_id: 'learner-7', lesson_mode: mode, entry: entryAfter(exit) });
	return api;
}

/** As Moodle does, it gives an attempt back only where its exit was suspend. */
async function scormAgain2004(): Promise<WatchedApi2004> {
	await loadScript('/scorm-again/scorm2004.min.js');
	const api = new window.Scorm2004API(runtime);
	const { 'cmi.exit': exit, ...values } = stored;
	for (const name of ['session_time', 'entry', 'mode', 'learner_id']) delete values[`cmi.${name}`];
	if (exit === 'suspend') api.loadFromFlattenedJSON(values);
	Object.assign(api.cmi, { learner_id: 'learner-7', mode, entry: entryAfter(exit) });
	return api;
}

function entryAfter(exit: string | undefined): string {
	return exit === 'suspend' ? 'resume' : 'ab-initio';
}

function small12(): WatchedApi {
	const api = memoryLms(stored, quirks, mode);
	return { ...api, LMSCommit: sending(api.LMSCommit), LMSFinish: sending(api.LMSFinish) };
}

function small2004(): WatchedApi2004 {
	const api = memoryLms2004(stored, quirks, mode);
	return { ...api, Commit: sending(api.Commit), Terminate: sending(api.Terminate) };
}

/** Sends what the small LMS keeps to the server, as a real one does on each commit. */
function sending(call: (empty: string) => unknown): (empty: string) => unknown {
	return (empty) => {
		const answer = call(empty);
		write(stored);
		return answer;
	};
}

function loadScript(src: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = src;
		script.onload = () => resolve();
		script.onerror = () => reject(new Error(`${src} could not be loaded`));
		document.head.append(script);
	});
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
