import type { Scorm12Api } from './scorm-api.ts';

/** What became of one call: whether the LMS said "true", and its error code where it did not. */
export type Answer = { ok: boolean; error: string };

/** One launch of a SCORM 1.2 run-time: initialised, not yet finished. Nothing here throws. */
export type Scorm12Run = {
	/** The value as a string; `''` where the LMS has none or an error came. */
	get(element: string): string;
	set(element: string, value: string): Answer;
	commit(): Answer;
	/** Ends the launch; any call after it answers `ok: false` and does not reach the LMS. */
	finish(): Answer;
	isFinished(): boolean;
};

/**
 * Initialises the first of these APIs that lets itself be initialised.
 * @param log told about each call the LMS refused: element or function, and error code. Never a value.
 * @returns null where none does: go on without an LMS
 */
export function startScorm12(apis: Scorm12Api[], log: (call: string, error: string) => void): Scorm12Run | null {
	for (const api of apis) {
		const call = callerOf(api);
		const started = call('LMSInitialize', (it) => it.LMSInitialize(''));
		if (textOf(started.value) === 'true' || isRunning(call)) return runOf(call, log);
		log('LMSInitialize', started.error);
	}
	return null;
}

type Called = { value: unknown; error: string };
type Call = (name: string, ask: (api: Scorm12Api) => unknown, options?: { alwaysAskError?: boolean }) => Called;

/** A page that was reloaded inside its launch finds the API initialised already, and is refused a second time. */
function isRunning(call: Call): boolean {
	const { value, error } = call('LMSGetValue', (it) => it.LMSGetValue('cmi.core.lesson_status'), {
		alwaysAskError: true
	});
	return error === '0' && typeof value === 'string' && value !== '';
}

function runOf(call: Call, log: (call: string, error: string) => void): Scorm12Run {
	let finished = false;
	const answer = (name: string, ask: (api: Scorm12Api) => unknown): Answer => {
		if (finished) return { ok: false, error: 'finished' };
		const { value, error } = call(name, ask);
		const ok = textOf(value) === 'true';
		if (!ok) log(name, error);
		return { ok, error: ok ? '0' : error };
	};
	return {
		get: (element) => {
			if (finished) return '';
			const { value, error } = call(element, (it) => it.LMSGetValue(element));
			if (error !== '0') log(element, error);
			return value === 'null' || value === 'undefined' ? '' : textOf(value);
		},
		set: (element, value) => answer(element, (it) => it.LMSSetValue(element, value)),
		commit: () => answer('LMSCommit', (it) => it.LMSCommit('')),
		finish: () => {
			const { ok, error } = answer('LMSFinish', (it) => it.LMSFinish(''));
			finished = true;
			return { ok, error };
		},
		isFinished: () => finished
	};
}

/** Calls the API through a guard: a player that throws counts as one that answered false. */
function callerOf(api: Scorm12Api): Call {
	return (_name, ask, options) => {
		try {
			const value = ask(api);
			const doubtful = value === null || value === undefined || textOf(value) === 'false' || options?.alwaysAskError;
			return { value, error: doubtful ? textOf(api.LMSGetLastError()) : '0' };
		} catch (error) {
			// The LMS's own fault (after Finish, Moodle throws here); the scenario must go on.
			return { value: null, error: error instanceof Error ? error.name : 'thrown' };
		}
	};
}

/** What an LMS answered as text: some answer with booleans and numbers, and an object is no answer. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) : '';
}
