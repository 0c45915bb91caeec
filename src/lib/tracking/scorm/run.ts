import type { ScormApi } from './api.ts';
import type { ScormDialect } from './dialect.ts';

/** What became of one call: whether the LMS said "true", and its error code where it did not. */
export type Answer = { ok: boolean; error: string };

/** One launch of a SCORM run-time: initialised, not yet finished. Nothing here throws. */
export type ScormRun = {
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
export function startScorm(
	apis: ScormApi[],
	{ calls, elements }: Pick<ScormDialect, 'calls' | 'elements'>,
	log: (call: string, error: string) => void
): ScormRun | null {
	for (const api of apis) {
		const call = callerOf(api, calls.lastError);
		const started = call(calls.initialize, '');
		if (textOf(started.value) === 'true' || isRunning()) return runOf(call, calls, log);
		log(calls.initialize, started.error);

		// A page that was reloaded inside its launch finds the API initialised already, and is refused a second time.
		function isRunning(): boolean {
			const { value, error } = call(calls.get, elements.status, { alwaysAskError: true });
			return error === '0' && typeof value === 'string' && value !== '';
		}
	}
	return null;
}

type Called = { value: unknown; error: string };
type Call = (name: string, texts: string | string[], options?: { alwaysAskError?: boolean }) => Called;

function runOf(call: Call, calls: ScormDialect['calls'], log: (call: string, error: string) => void): ScormRun {
	let finished = false;
	const answer = (about: string, name: string, texts: string | string[]): Answer => {
		if (finished) return { ok: false, error: 'finished' };
		const { value, error } = call(name, texts);
		const ok = textOf(value) === 'true';
		if (!ok) log(about, error);
		return { ok, error: ok ? '0' : error };
	};
	return {
		get: (element) => {
			if (finished) return '';
			const { value, error } = call(calls.get, element);
			if (error !== '0') log(element, error);
			return value === 'null' || value === 'undefined' ? '' : textOf(value);
		},
		set: (element, value) => answer(element, calls.set, [element, value]),
		commit: () => answer(calls.commit, calls.commit, ''),
		finish: () => {
			const { ok, error } = answer(calls.finish, calls.finish, '');
			finished = true;
			return { ok, error };
		},
		isFinished: () => finished
	};
}

/** Calls the API through a guard: a player that throws counts as one that answered false. */
function callerOf(api: ScormApi, lastError: string): Call {
	return (name, texts, options) => {
		try {
			const value = api[name]?.(...[texts].flat());
			const doubtful = value === null || value === undefined || textOf(value) === 'false' || options?.alwaysAskError;
			return { value, error: doubtful ? textOf(api[lastError]?.()) : '0' };
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
