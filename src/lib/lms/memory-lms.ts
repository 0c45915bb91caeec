import type { WatchedApi } from './strict-scorm12.ts';

/** Values an LMS keeps between launches, by element. */
export type Stored = Record<string, string>;

/** What a "dirty" LMS does wrong. Each is a case that was seen in a real one. */
export type Quirk =
	| 'empty-entry-and-mode'
	| 'forgets'
	| 'cuts-at-255'
	| 'erases-after-completion'
	| 'failed-resets'
	| 'refuses-commits'
	| 'throws'
	| 'answers-booleans'
	| 'initialised-already'
	| 'knows-no-interactions'
	| 'names-no-learner';

/**
 * A small LMS for one attempt: keeps what was committed, gives it back on the next launch, and can be told to misbehave.
 * @param stored what is kept between launches; changed in place
 */
export function memoryLms(stored: Stored, quirks: readonly Quirk[] = [], mode = 'normal'): WatchedApi {
	const has = (quirk: Quirk) => quirks.includes(quirk);
	const live: Stored = { ...stored };
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
		if (!running) return fail('301');
		error = '0';
		return work();
	};
	const commit = () => {
		if (has('refuses-commits')) return fail('101');
		if (has('forgets')) return yes;
		for (const [element, value] of Object.entries(live)) {
			if (element !== 'cmi.suspend_data' || !has('cuts-at-255')) stored[element] = value;
			else stored[element] = value.slice(0, 255);
		}
		return yes;
	};
	return {
		LMSInitialize: () => {
			if (has('throws')) throw new TypeError('The LMS has a fault');
			if (running) return fail('101');
			running = true;
			error = '0';
			return yes;
		},
		LMSGetValue: (element = '') =>
			guarded(() => {
				if (element === 'cmi.core.student_id') return has('names-no-learner') ? '' : 'learner-7';
				if (element === 'cmi.core.lesson_mode') return has('empty-entry-and-mode') ? '' : mode;
				if (element === 'cmi.core.entry') return has('empty-entry-and-mode') ? '' : (stored['entry'] ?? 'ab-initio');
				if (element === 'cmi.core.lesson_status') return live[element] ?? 'not attempted';
				if (element === 'cmi.interactions._count') {
					if (has('knows-no-interactions')) {
						fail('401');
						return '';
					}
					return String(Object.keys(live).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key)).length);
				}
				return live[element] ?? '';
			}),
		LMSSetValue: (element = '', value = '') =>
			guarded(() => {
				live[element] = value;
				return yes;
			}),
		LMSCommit: () => guarded(commit),
		LMSFinish: () =>
			guarded(() => {
				const answer = commit();
				running = false;
				const status = stored['cmi.core.lesson_status'];
				if (has('erases-after-completion') && (status === 'completed' || status === 'passed'))
					stored['cmi.suspend_data'] = '';
				if (has('failed-resets') && status === 'failed')
					for (const element of Object.keys(stored)) delete stored[element];
				return answer;
			}),
		LMSGetLastError: () => error,
		LMSGetErrorString: () => '',
		LMSGetDiagnostic: () => ''
	};
}
