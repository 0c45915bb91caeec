import { moodleCommitBytes, mostCommitBytes } from './moodle-commit.ts';
import { watchBy, type ApiOf, type StrictRules, type WatchOf } from './strict.ts';

const names = [
	...(['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate'] as const),
	...(['GetLastError', 'GetErrorString', 'GetDiagnostic'] as const)
];
/** The functions of the API. */
export type Scorm2004Call = (typeof names)[number];
/** The calls of a SCORM 2004 API that content makes; every argument and answer is looked at. */
export type WatchedApi2004 = ApiOf<Scorm2004Call>;
/** A SCORM 2004 API that is looked at. */
export type Watch2004 = WatchOf<Scorm2004Call>;

const readable = [
	...['_version', 'completion_status', 'completion_threshold', 'credit', 'entry', 'launch_data', 'learner_id'],
	...['learner_name', 'location', 'max_time_allowed', 'mode', 'progress_measure', 'scaled_passing_score'],
	...['success_status', 'suspend_data', 'time_limit_action', 'total_time'],
	...['_children', 'scaled', 'raw', 'min', 'max'].map((name) => `score.${name}`),
	...['interactions', 'objectives'].flatMap((name) => [`${name}._count`, `${name}._children`])
].map((name) => `cmi.${name}`);

const ascii = /^[\x20-\x7e]*$/;
/** Accepted everywhere; Moodle takes no hyphen and no URN. */
const id = '[A-Za-z][A-Za-z0-9_.]{0,249}';
const isId = (value: string) => new RegExp(`^${id}$`).test(value);
const isPair = (value: string) => new RegExp(`^${id}\\[\\.\\]${id}$`).test(value);
/** real(10,7): ten digits at most, seven of them after the point, no exponent. */
const isReal = (value: string) => /^-?\d+(\.\d{1,7})?$/.test(value) && value.replace(/\D/g, '').length <= 10;
const isWithin = (least: number, most: number) => (value: string) =>
	isReal(value) && Number(value) >= least && Number(value) <= most;
const oneOf =
	(...words: string[]) =>
	(value: string) =>
		words.includes(value);
/** Two decimals at most; at least one part. */
const isDuration = (value: string) => /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/.test(value);
/** With a zone a fraction of one or two digits is required; without one it may be missing. Years up to 2038. */
const isTimestamp = (value: string) =>
	/^20[0-3]\d-\d\d-\d\dT\d\d:\d\d:\d\d((\.\d{1,2})?|\.\d{1,2}(Z|[+-]\d\d:\d\d))$/.test(value) && value < '2038';
/** Plain text in one line, after a mark of its language where that is not English. */
const isDescription = (value: string) => value.length <= 250 && /^[^\r\n]*$/.test(value);
const score = (start: string) => ({
	[`${start}scaled`]: isWithin(-1, 1),
	[`${start}raw`]: isReal,
	[`${start}min`]: isReal,
	[`${start}max`]: isReal
});
const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const success = oneOf('passed', 'failed', 'unknown');

function isResponse(value: string, type: string | undefined): boolean {
	const parts = value.split('[,]');
	const isPart = type === 'choice' ? isId : type === 'matching' ? isPair : (part: string) => isId(part) || isPair(part);
	return parts.length <= 36 && new Set(parts).size === parts.length && parts.every(isPart);
}

const rules: StrictRules<Scorm2004Call> = {
	names,
	calls: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
	elements: { mode: 'cmi.mode', credit: 'cmi.credit', status: 'cmi.completion_status' },
	isReadable: (element) => readable.includes(element) || /^adl\.nav\.request_valid\.(continue|previous)$/.test(element),
	formats: {
		'cmi.completion_status': completion,
		'cmi.success_status': success,
		'cmi.location': (value) => value.length <= 1000 && ascii.test(value),
		'cmi.suspend_data': (value) => value.length <= 64_000 && ascii.test(value),
		// `logout` is deprecated and ends the learner's LMS session.
		'cmi.exit': oneOf('time-out', 'suspend', 'normal', ''),
		'cmi.session_time': isDuration,
		'cmi.progress_measure': isWithin(0, 1),
		...score('cmi.score.'),
		// Moodle refuses `_none_`; `exit` alone leaves the learner in a dead frame.
		'adl.nav.request': oneOf('continue', 'exitAll', 'suspendAll')
	},
	collections: {
		'cmi.objectives': {
			first: ['id'],
			formats: {
				id: isId,
				...score('score.'),
				success_status: success,
				completion_status: completion,
				progress_measure: isWithin(0, 1),
				description: isDescription
			}
		},
		'cmi.interactions': {
			first: ['id', 'type'],
			formats: {
				id: isId,
				type: oneOf('choice', 'matching'),
				timestamp: isTimestamp,
				learner_response: (value, { type }) => isResponse(value, type),
				result: oneOf('correct', 'incorrect', 'unanticipated', 'neutral'),
				latency: isDuration,
				description: isDescription
			}
		}
	},
	final: { 'cmi.completion_status': ['completed'], 'cmi.success_status': ['passed'] },
	isEarned: (element, value) =>
		element === 'cmi.success_status' ||
		element === 'cmi.progress_measure' ||
		(element === 'cmi.completion_status' && value !== 'incomplete'),
	atCommit: (values, written, fault) => {
		const has = (element: string) => Boolean(values.get(element));
		if (values.get('cmi.exit') !== 'suspend') fault('exit is not suspend: an LMS keeps nothing for the next launch');
		for (const element of written) {
			if (!element.endsWith('score.scaled')) continue;
			const missing = ['raw', 'min', 'max'].filter((name) => !written.has(element.replace(/scaled$/, name)));
			if (missing.length) fault(`${element} without ${missing.join(', ')}: gradebooks read raw`);
		}
		if (has('cmi.score.scaled') && !/^(passed|failed)$/.test(values.get('cmi.success_status') ?? ''))
			fault('a score without success_status');
		if (/^(passed|failed)$/.test(values.get('cmi.success_status') ?? '') && !has('cmi.completion_status'))
			fault('success without completion_status');
		const bytes = moodleCommitBytes(Object.fromEntries(values));
		if (bytes >= mostCommitBytes) fault(`a commit of ${bytes} bytes: the last one may be refused`);
	}
};

/**
 * Looks at each call as the strictest SCORM 2004 LMS would, 3rd and 4th Edition: formats as Moodle has them, records as
 * the standard numbers them, and what every commit has to have set before.
 * Source: SCORM 2004 4th Ed. RTE 4.1, 4.2; docs/lms/scorm.md.
 */
export function watchStrictly2004(api: WatchedApi2004, settings: { scored: boolean }): Watch2004 {
	return watchBy(rules, api, settings);
}
