import { watchBy, type ApiOf, type LoggedCallOf, type StrictRules, type WatchOf } from './strict.ts';

const names = [
	...(['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish'] as const),
	...(['LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'] as const)
];
/** The functions of the API. */
export type Scorm12Call = (typeof names)[number];
/** The calls of a SCORM 1.2 API that content makes; every argument and answer is looked at. */
export type WatchedApi = ApiOf<Scorm12Call>;
/** One call as it was made and answered. */
export type LoggedCall = LoggedCallOf<Scorm12Call>;
/** A SCORM 1.2 API that is looked at. */
export type Watch = WatchOf<Scorm12Call>;

const core = ['_children', 'student_id', 'student_name', 'lesson_location', 'credit', 'lesson_status', 'entry'];
const readable = [
	...[...core, 'total_time', 'lesson_mode'].map((name) => `cmi.core.${name}`),
	...['_children', 'raw', 'min', 'max'].map((name) => `cmi.core.score.${name}`),
	...['cmi.suspend_data', 'cmi.launch_data', 'cmi.comments', 'cmi.student_data.mastery_score'],
	...['interactions', 'objectives'].flatMap((name) => [`cmi.${name}._count`, `cmi.${name}._children`]),
	'cmi.student_preference.language'
];

const ascii = /^[\x20-\x7e]*$/;
const isId = (value: string) => /^[A-Za-z][A-Za-z0-9_.]{0,249}$/.test(value);
const isScore = (value: string) => /^\d{1,3}(\.\d{1,7})?$/.test(value) && Number(value) <= 100;
const oneOf =
	(...words: string[]) =>
	(value: string) =>
		words.includes(value);
const responses: Record<string, RegExp> = {
	choice: /^[0-9a-z](,[0-9a-z])*$/,
	matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/
};

const rules: StrictRules<Scorm12Call> = {
	names,
	calls: {
		initialize: 'LMSInitialize',
		get: 'LMSGetValue',
		set: 'LMSSetValue',
		commit: 'LMSCommit',
		finish: 'LMSFinish'
	},
	elements: { mode: 'cmi.core.lesson_mode', credit: 'cmi.core.credit', status: 'cmi.core.lesson_status' },
	isReadable: (element) => readable.includes(element),
	formats: {
		// `not attempted` may be read and not written.
		'cmi.core.lesson_status': oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed'),
		'cmi.core.lesson_location': (value) => value.length <= 255 && ascii.test(value),
		'cmi.suspend_data': (value) => value.length <= 4096 && ascii.test(value),
		// `logout` is legal and ends the learner's LMS session; `normal` belongs to 2004.
		'cmi.core.exit': oneOf('time-out', 'suspend', ''),
		'cmi.core.session_time': (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value),
		'cmi.core.score.raw': isScore,
		'cmi.core.score.min': isScore,
		'cmi.core.score.max': isScore
	},
	collections: {
		'cmi.objectives': {
			first: ['id'],
			formats: {
				id: isId,
				'score.raw': isScore,
				'score.min': isScore,
				'score.max': isScore,
				status: oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed')
			}
		},
		'cmi.interactions': {
			first: ['id', 'type'],
			formats: {
				id: isId,
				type: oneOf('choice', 'matching'),
				student_response: (value, { type = '' }) => value.length <= 255 && (responses[type]?.test(value) ?? false),
				result: oneOf('correct', 'wrong', 'unanticipated', 'neutral')
			}
		}
	},
	final: { 'cmi.core.lesson_status': ['passed', 'completed'] },
	isEarned: (element, value) => element === 'cmi.core.lesson_status' && value !== 'incomplete',
	atCommit: (_values, written, fault) => {
		if (!written.has('cmi.core.exit')) fault('exit was not set before');
		if (written.has('cmi.core.score.raw') && !written.has('cmi.core.score.max'))
			fault('raw without max: some gradebooks divide by it');
	}
};

/**
 * Looks at each call as the strictest SCORM 1.2 LMS would, since the run-times that tests can use are lenient:
 * scorm-again takes 2004's words, suspend data of any length and ids with spaces.
 * Source: SCORM 1.2 RTE 3.4; docs/lms/scorm.md.
 */
export function watchStrictly(api: WatchedApi, settings: { scored: boolean }): Watch {
	return watchBy(rules, api, settings);
}
