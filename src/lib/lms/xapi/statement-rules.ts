import { isRecord } from '#lib/tracking/parse-entries.ts';
import type { Json } from '#lib/tracking/xapi/statement.ts';
import { iris } from '#lib/tracking/xapi/vocabulary.ts';
import { sameJson } from './same-json.ts';
import type { LaunchedSession, RegistrationRecord } from './sessions.ts';

const verbStart = 'http://adlnet.gov/expapi/verbs/';
const definedVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** A statement as far as rules look at it. */
export type ReadStatement = {
	verb: string;
	/** It carries the category of cmi5-defined statements. */
	isDefined: boolean;
	result: Json;
	score: Json | null;
	progress: unknown;
	context: Json;
	categories: string[];
};

/** Takes a statement apart; whatever is missing is empty. */
export function readStatement(statement: Json): ReadStatement {
	const verbId = recordAt(statement, 'verb')['id'];
	const context = recordAt(statement, 'context');
	const categories = listAt(recordAt(context, 'contextActivities'), 'category').flatMap((one) =>
		isRecord(one) && typeof one['id'] === 'string' ? [one['id']] : []
	);
	const result = recordAt(statement, 'result');
	return {
		verb: typeof verbId === 'string' && verbId.startsWith(verbStart) ? verbId.slice(verbStart.length) : '',
		isDefined: categories.includes(iris.cmi5Category),
		result,
		score: isRecord(result['score']) ? result['score'] : null,
		progress: recordAt(result, 'extensions')[iris.progress],
		context,
		categories
	};
}

/** What is wrong with a statement whatever the profile. Source: xAPI 1.0.3, Data, 2. */
export function faultsOfXapi(statement: Json, { actor, registration }: LaunchedSession): string[] {
	const { result, score, context } = readStatement(statement);
	const faults: string[] = [];
	const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
	must(isUuid(statement['id']), '9.1.0.0-1: no UUID as its id');
	must(typeof statement['timestamp'] === 'string', '9.7.0.0-1: no timestamp');
	must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(statement['timestamp'])), '9.7.0.0-2: not in UTC');
	must(sameJson(statement['actor'], actor), '8.1.3.0-3: not the actor of the launch');
	must(isIri(recordAt(statement, 'verb')['id']), '3.0.0.0-1: the verb is no absolute IRI');
	must(isIri(recordAt(statement, 'object')['id']), '9.4.0.0-1: no object with an absolute IRI');
	must(context['registration'] === registration, '9.6.1.0-1: not the registration of the launch');
	if (result['duration'] !== undefined) must(isDuration(result['duration']), '4.1.0.0-1: no ISO 8601 duration');
	if (score) {
		const { scaled, raw, min, max } = score;
		must(typeof scaled === 'number' && scaled >= 0 && scaled <= 1, '4.1.0.0-1: a scaled score outside 0..1');
		if (raw !== undefined) {
			must(typeof min === 'number' && typeof max === 'number', '9.5.1.0-3: raw without min and max');
			must(Number(raw) >= Number(min) && Number(raw) <= Number(max), '4.1.0.0-1: raw outside min and max');
		}
	}
	return faults;
}

/** What cmi5 says against a statement at this point of its session and registration; each with its requirement's number. */
export function faultsOfCmi5(statement: Json, session: LaunchedSession, record: RegistrationRecord): string[] {
	const read = readStatement(statement);
	const { verb, isDefined } = read;
	const faults: string[] = [];
	const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
	must(!session.terminated, '9.3.0.0-5: after terminated');
	must(!session.abandoned, '9.3.6.0-2: after the session was abandoned');
	must(session.statements > 0 || verb === 'initialized', '9.3.0.0-4: before initialized');
	must(session.preferencesRead, '11.0.0.0-3: before the learner preferences were read');
	must(String(statement['timestamp']) >= session.lastAt, '9.7.0.0-1: earlier than the statement before it');
	faults.push(...faultsOfContext(read, session));
	const isMoving = isDefined && ('success' in read.result || 'completion' in read.result);
	must(read.categories.includes(iris.moveOnCategory) === isMoving, '9.6.2.2-1: moveon and its result do not agree');
	if (!isDefined) {
		const isOfAu = recordAt(statement, 'object')['id'] === session.activityId;
		must(!(isOfAu && definedVerbs.includes(verb)), '9.6.2.1-1: a verb of cmi5 without its category');
		return [...faults, ...faultsOfProgress(read, record)];
	}
	must(definedVerbs.includes(verb), '9.3.0.0-1: a verb that cmi5 does not define for modules');
	must(recordAt(statement, 'object')['id'] === session.activityId, '8.1.5.0-6: not about the launched activity');
	must(!session.verbs.includes(verb), `9.3.0.0-2: ${verb} twice in a session`);
	const isNormal = (session.mode ?? 'Normal') === 'Normal';
	must(isNormal || verb === 'initialized' || verb === 'terminated', `10.2.2.0-9: ${verb} in ${session.mode} mode`);
	return [...faults, ...faultsOfVerb(read, session, record), ...faultsOfProgress(read, record)];
}

function faultsOfVerb(read: ReadStatement, session: LaunchedSession, record: RegistrationRecord): string[] {
	const { verb, result, score, context } = read;
	const faults: string[] = [];
	const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
	const isVerdict = verb === 'passed' || verb === 'failed';
	must(verb !== 'completed' || !record.completed, '9.3.0.0-6: completed twice in a registration');
	must(verb !== 'passed' || !record.passed, '9.3.0.0-7: passed twice in a registration');
	must(verb !== 'failed' || !record.passed, '9.3.0.0-8: failed after passed');
	must(
		!isVerdict || !session.verbs.some((one) => one === 'passed' || one === 'failed'),
		'9.3.0.0-3: a second verdict in a session'
	);
	must(isVerdict || !score, '9.5.1.0-2: a score without passed or failed');
	must(result['success'] === (isVerdict ? verb === 'passed' : undefined), '9.5.2.0-1: success does not fit the verb');
	must(
		result['completion'] === (verb === 'completed' ? true : undefined),
		'9.5.3.0-1: completion does not fit the verb'
	);
	must(verb === 'initialized' || result['duration'] !== undefined, '9.5.4.1-1: no duration');
	const { masteryScore } = session;
	if (!isVerdict || !score || masteryScore === undefined) return faults;
	must(
		Number(score['scaled']) >= masteryScore === (verb === 'passed'),
		'9.5.1.0-1: the verb and masteryScore disagree'
	);
	must(
		recordAt(context, 'extensions')[iris.masteryScore] === masteryScore,
		'9.6.3.2-2: the masteryScore is not in the context'
	);
	return faults;
}

/** Whatever the LMS put into the template has to be there as it was. */
function faultsOfContext({ context }: ReadStatement, { contextTemplate, id }: LaunchedSession): string[] {
	const faults: string[] = [];
	for (const [name, value] of Object.entries(contextTemplate)) {
		if (name === 'contextActivities' && isRecord(value)) {
			for (const kind of Object.keys(value)) {
				const given = listAt(recordAt(context, name), kind);
				if (!listAt(value, kind).every((one) => given.some((other) => sameJson(one, other))))
					faults.push(`9.6.2.0-1: ${kind} lacks what the template has`);
			}
		} else if (name === 'extensions' && isRecord(value)) {
			for (const [extension, said] of Object.entries(value))
				if (!sameJson(recordAt(context, name)[extension], said))
					faults.push(`10.2.1.0-7: the extension ${extension} is not that of the template`);
		} else if (!sameJson(context[name], value)) faults.push(`10.2.1.0-7: ${name} is not that of the template`);
	}
	if (recordAt(context, 'extensions')[iris.sessionId] !== id) faults.push('9.6.3.1-4: not the id of the session');
	return faults;
}

/** Source: cmi5 9.5.5.1. */
function faultsOfProgress({ progress, verb }: ReadStatement, record: RegistrationRecord): string[] {
	if (progress === undefined) return [];
	const isPercent = typeof progress === 'number' && Number.isInteger(progress) && progress >= 0 && progress <= 100;
	return [
		...(isPercent ? [] : ['9.5.5.1: progress is no whole number from 0 to 100']),
		...(verb === 'completed' || record.completed ? ['9.5.5.1: progress on or after completed'] : [])
	];
}

function recordAt(value: Json, name: string): Json {
	const found = value[name];
	return isRecord(found) ? found : {};
}

function listAt(value: Json, name: string): unknown[] {
	const found: unknown = value[name];
	return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

function isUuid(value: unknown): boolean {
	return (
		typeof value === 'string' &&
		/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value)
	);
}

function isIri(value: unknown): boolean {
	return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
}

/** As ISO 8601 writes hours, minutes and seconds. */
function isDuration(value: unknown): boolean {
	return typeof value === 'string' && /^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/.test(value);
}
