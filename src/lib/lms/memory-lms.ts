import type { WatchedApi } from './strict-scorm12.ts';
import type { WatchedApi2004 } from './strict-scorm2004.ts';

/** Values an LMS keeps between launches, by element. */
export type Stored = Record<string, string>;

/** What a "dirty" LMS does wrong. Each is a case that was seen in a real one. */
export type Quirk =
	| 'empty-entry-and-mode'
	| 'forgets'
	| 'cuts-at-255'
	| 'cuts-at-4096'
	| 'erases-after-completion'
	| 'failed-resets'
	| 'refuses-commits'
	| 'throws'
	| 'answers-booleans'
	| 'initialised-already'
	| 'knows-no-interactions'
	| 'knows-no-objectives'
	| 'names-no-learner';

/** What one version of SCORM calls things, as far as a small LMS minds. */
type Model = {
	learner: string;
	mode: string;
	entry: string;
	/** What is answered where nothing was set yet. */
	defaults: Stored;
	/** Error of a call before the start, and of a second start. */
	errors: { notRunning: string; running: string; unknown: string };
	/** Whether what was kept comes back. */
	givesBack(stored: Stored): boolean;
	/** Whether an element outlives the launch. */
	isKept(element: string): boolean;
	isDone(stored: Stored): boolean;
	hasFailed(stored: Stored): boolean;
};

/** The six functions that matter, by what they do. */
type MemoryRun = {
	initialize(): unknown;
	get(element?: string): unknown;
	set(element?: string, value?: string): unknown;
	commit(): unknown;
	finish(): unknown;
	lastError(): string;
};

/**
 * A small LMS for one attempt: keeps what was committed, gives it back on the next launch, and can be told to misbehave.
 * SCORM 1.2.
 * @param stored what is kept between launches; changed in place. What is put there first is given back as any other.
 */
export function memoryLms(stored: Stored, quirks: readonly Quirk[] = [], mode = 'normal'): WatchedApi {
	const isStatus = (kept: Stored, ...words: string[]) => words.includes(kept['cmi.core.lesson_status'] ?? '');
	const run = memoryRun(
		{
			learner: 'cmi.core.student_id',
			mode: 'cmi.core.lesson_mode',
			entry: 'cmi.core.entry',
			defaults: { 'cmi.core.lesson_status': 'not attempted', 'cmi.core.credit': 'credit' },
			errors: { notRunning: '301', running: '101', unknown: '401' },
			givesBack: () => true,
			isKept: () => true,
			isDone: (kept) => isStatus(kept, 'completed', 'passed'),
			hasFailed: (kept) => isStatus(kept, 'failed')
		},
		stored,
		quirks,
		mode
	);
	return {
		LMSInitialize: run.initialize,
		LMSGetValue: run.get,
		LMSSetValue: run.set,
		LMSCommit: run.commit,
		LMSFinish: run.finish,
		LMSGetLastError: run.lastError,
		LMSGetErrorString: () => '',
		LMSGetDiagnostic: () => ''
	};
}

/**
 * The same for SCORM 2004. As Moodle does, it gives an attempt back only where its stored exit is `suspend`; what the
 * learner asked to do next is forgotten with the launch.
 * @param stored as in `memoryLms`; objectives may stand in it already, as an LMS fills them in from a manifest
 */
export function memoryLms2004(stored: Stored, quirks: readonly Quirk[] = [], mode = 'normal'): WatchedApi2004 {
	const run = memoryRun(
		{
			learner: 'cmi.learner_id',
			mode: 'cmi.mode',
			entry: 'cmi.entry',
			defaults: {
				'cmi.completion_status': 'unknown',
				'cmi.success_status': 'unknown',
				'cmi.credit': 'credit',
				'adl.nav.request_valid.continue': 'unknown'
			},
			errors: { notRunning: '122', running: '103', unknown: '401' },
			givesBack: (kept) => (kept['cmi.exit'] ?? 'suspend') === 'suspend',
			isKept: (element) => element.startsWith('cmi.'),
			isDone: (kept) => kept['cmi.completion_status'] === 'completed',
			hasFailed: (kept) => kept['cmi.success_status'] === 'failed'
		},
		stored,
		quirks,
		mode
	);
	return {
		Initialize: run.initialize,
		GetValue: run.get,
		SetValue: run.set,
		Commit: run.commit,
		Terminate: run.finish,
		GetLastError: run.lastError,
		GetErrorString: () => '',
		GetDiagnostic: () => ''
	};
}

/** A small LMS for one attempt and one launch, whatever its version of SCORM. */
function memoryRun(model: Model, stored: Stored, quirks: readonly Quirk[], mode: string): MemoryRun {
	const has = (quirk: Quirk) => quirks.includes(quirk);
	const live: Stored = model.givesBack(stored) ? { ...stored } : {};
	let error = '0';
	let running = has('initialised-already');
	const yes = has('answers-booleans') ? true : 'true';
	const no = has('answers-booleans') ? false : 'false';
	const fail = (code: string) => {
		error = code;
		return no;
	};
	const guarded = (work: () => unknown) => {
		if (has('throws')) throw new TypeError('The LMS has a fault');
		if (!running) return fail(model.errors.notRunning);
		error = '0';
		return work();
	};

	function commit(): unknown {
		if (has('refuses-commits')) return fail('101');
		if (has('forgets')) return yes;
		const mostSuspendData = has('cuts-at-255') ? 255 : has('cuts-at-4096') ? 4096 : Infinity;
		for (const [element, value] of Object.entries(live))
			if (model.isKept(element))
				stored[element] = element === 'cmi.suspend_data' ? value.slice(0, mostSuspendData) : value;
		return yes;
	}

	function valueOf(element: string): unknown {
		if (element === model.learner) return has('names-no-learner') ? '' : 'learner-7';
		if (element === model.mode) return has('empty-entry-and-mode') ? '' : mode;
		if (element === model.entry) return has('empty-entry-and-mode') ? '' : (live[element] ?? 'ab-initio');
		const [, kind] = /^cmi\.(interactions|objectives)\._count$/.exec(element) ?? [];
		if (!kind) return live[element] ?? model.defaults[element] ?? '';
		if (has(kind === 'interactions' ? 'knows-no-interactions' : 'knows-no-objectives')) {
			fail(model.errors.unknown);
			return '';
		}
		const ids = new RegExp(`^cmi\\.${kind}\\.\\d+\\.id$`);
		return String(Object.keys(live).filter((key) => ids.test(key)).length);
	}

	return {
		initialize: () => {
			if (has('throws')) throw new TypeError('The LMS has a fault');
			if (running) return fail(model.errors.running);
			running = true;
			error = '0';
			return yes;
		},
		get: (element = '') => guarded(() => valueOf(element)),
		set: (element = '', value = '') =>
			guarded(() => {
				live[element] = value;
				return yes;
			}),
		commit: () => guarded(commit),
		finish: () =>
			guarded(() => {
				const answer = commit();
				running = false;
				if (has('erases-after-completion') && model.isDone(stored)) stored['cmi.suspend_data'] = '';
				if (has('failed-resets') && model.hasFailed(stored))
					for (const element of Object.keys(stored)) delete stored[element];
				return answer;
			}),
		lastError: () => error
	};
}
