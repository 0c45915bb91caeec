/** The calls of a SCORM 1.2 API that content makes; every argument and answer is looked at. */
export type WatchedApi = Record<Scorm12Call, (...args: string[]) => unknown>;
/** The functions of the API. */
export type Scorm12Call =
	| 'LMSInitialize'
	| 'LMSGetValue'
	| 'LMSSetValue'
	| 'LMSCommit'
	| 'LMSFinish'
	| 'LMSGetLastError'
	| 'LMSGetErrorString'
	| 'LMSGetDiagnostic';

/** One call as it was made and answered. */
export type LoggedCall = { call: Scorm12Call; args: string[]; answer: string };

/** An API that is looked at: every call so far, and what was wrong with it. */
export type Watch = { api: WatchedApi; calls: LoggedCall[]; faults: string[] };

const readable = [
	...[
		'_children',
		'student_id',
		'student_name',
		'lesson_location',
		'credit',
		'lesson_status',
		'entry',
		'total_time'
	].map((name) => `cmi.core.${name}`),
	...['_children', 'raw', 'min', 'max'].map((name) => `cmi.core.score.${name}`),
	...['cmi.core.lesson_mode', 'cmi.suspend_data', 'cmi.launch_data', 'cmi.comments', 'cmi.interactions._count'],
	...[
		'cmi.interactions._children',
		'cmi.objectives._count',
		'cmi.student_data.mastery_score',
		'cmi.student_preference.language'
	]
];

const ascii = /^[\x20-\x7e]*$/;
const formats: Record<string, (value: string) => boolean> = {
	'cmi.core.lesson_status': (value) => ['passed', 'completed', 'failed', 'incomplete', 'browsed'].includes(value),
	'cmi.core.lesson_location': (value) => value.length <= 255 && ascii.test(value),
	'cmi.suspend_data': (value) => value.length <= 4096 && ascii.test(value),
	// `logout` is legal and ends the learner's LMS session; `normal` belongs to 2004.
	'cmi.core.exit': (value) => ['time-out', 'suspend', ''].includes(value),
	'cmi.core.session_time': (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value),
	'cmi.core.score.raw': isScore,
	'cmi.core.score.min': isScore,
	'cmi.core.score.max': isScore
};

const interactionFormats: Record<string, (value: string, type: string) => boolean> = {
	id: (value) => /^[A-Za-z][A-Za-z0-9_.]{0,249}$/.test(value),
	type: (value) => ['choice', 'matching'].includes(value),
	student_response: (value, type) =>
		value.length <= 255 &&
		(type === 'choice' ? /^[0-9a-z](,[0-9a-z])*$/ : /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/).test(value),
	result: (value) => ['correct', 'wrong', 'unanticipated', 'neutral'].includes(value)
};

/**
 * Puts checks in front of an API that lets too much pass (scorm-again takes 1.2 suspend data beyond 4,096, ids with
 * spaces, `normal`). What is found is listed in `faults`; the call goes through all the same.
 * Source: SCORM 1.2 RTE 3.4; the digest's formats, lengths and vocabularies.
 * @param rules.scored whether this package has a passing score: without one no score may be written
 */
export function watchStrictly(api: WatchedApi, rules: { scored: boolean }): Watch {
	const calls: LoggedCall[] = [];
	const faults: string[] = [];
	const interactions: Record<string, string>[] = [];
	let initialised = 0;
	let finished = false;
	let mode = 'normal';
	let status = '';
	let statusWritten = false;

	function check(call: Scorm12Call, args: unknown[]): void {
		const at = `${call}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
		const fault = (what: string) => faults.push(`${at}: ${what}`);
		const errorQuery = /Error|Diagnostic/.test(call);
		if (args.some((arg) => typeof arg !== 'string')) fault('an argument is no string');
		if (call === 'LMSInitialize') {
			if (initialised > 0) fault('initialised more than once');
			initialised += 1;
		} else if (!initialised && !errorQuery) fault('called before LMSInitialize');
		if (finished && !errorQuery) fault('called after LMSFinish');
		if (['LMSInitialize', 'LMSCommit', 'LMSFinish'].includes(call) && args[0] !== '') fault('the argument must be ""');
		if (call === 'LMSGetValue' && !readable.includes(String(args[0]))) fault('not an element that can be read');
		if (call === 'LMSSetValue') checkSet(String(args[0]), String(args[1]), fault);
		if (call === 'LMSFinish') {
			if (mode === 'normal' && !statusWritten && ['', 'not attempted'].includes(status))
				fault('no status was written: the LMS makes it completed');
			finished = true;
		}
	}

	function checkSet(element: string, value: string, fault: (what: string) => void): void {
		if (mode !== 'normal') fault(`writes in ${mode} mode`);
		const interaction = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element);
		if (interaction) {
			checkInteraction(Number(interaction[1]), interaction[2] ?? '', value, fault);
			return;
		}
		const format = formats[element];
		if (!format) fault('not an element that content may write');
		else if (!format(value)) fault('not in the format of SCORM 1.2');
		if (element.startsWith('cmi.core.score.') && !rules.scored) fault('a score without a passing score');
		if (element === 'cmi.core.lesson_status') {
			if ((status === 'passed' || status === 'completed') && value !== status) fault(`takes back ${status}`);
			status = value;
			statusWritten = true;
		}
	}

	function checkInteraction(index: number, field: string, value: string, fault: (what: string) => void): void {
		if (index > interactions.length) fault('leaves out a number');
		const order = ['id', 'type', 'student_response', 'result'];
		const record = (interactions[index] ??= {});
		const missing = order.slice(0, Math.min(2, Math.max(0, order.indexOf(field)))).filter((name) => !(name in record));
		if (missing.length) fault(`${missing.join(' and ')} must come first`);
		if (!(interactionFormats[field]?.(value, record['type'] ?? '') ?? false)) fault('not in the format of SCORM 1.2');
		if (field === 'id' && interactions.some((other, at) => at !== index && other['id'] === value))
			fault('id used twice');
		record[field] = value;
	}

	function watched(call: Scorm12Call): (...args: string[]) => unknown {
		return (...args) => {
			check(call, args);
			const answer = api[call](...args);
			calls.push({ call, args: args.map(String), answer: String(answer) });
			if (call === 'LMSGetValue') notice(args[0] ?? '', String(answer));
			return answer;
		};
	}

	function notice(element: string, answer: string): void {
		if (element === 'cmi.core.lesson_mode' && answer) mode = answer;
		if (element === 'cmi.core.lesson_status' && !statusWritten) status = answer;
		if (element === 'cmi.interactions._count')
			for (let index = interactions.length; index < Number(answer); index += 1) interactions.push({});
	}

	const names = Object.keys({
		LMSInitialize: 0,
		LMSGetValue: 0,
		LMSSetValue: 0,
		LMSCommit: 0,
		LMSFinish: 0,
		LMSGetLastError: 0,
		LMSGetErrorString: 0,
		LMSGetDiagnostic: 0
	} satisfies Record<Scorm12Call, 0>) as Scorm12Call[];
	const wrapped = Object.fromEntries(names.map((name) => [name, watched(name)])) as WatchedApi;
	return { api: wrapped, calls, faults };
}

function isScore(value: string): boolean {
	return /^\d{1,3}(\.\d{1,7})?$/.test(value) && Number(value) <= 100;
}
