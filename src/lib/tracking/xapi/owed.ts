import type { Result } from '#lib/scenario/result.ts';
import { isRecord } from '../parse-entries.ts';
import { rawScore } from '../scorm/format.ts';
import type { Told } from './kept-attempt.ts';
import type { Draft, Json } from './statement.ts';
import { iris } from './vocabulary.ts';

/** What is to be said, before it has an id and a moment. */
export type Said = Pick<Draft, 'verb' | 'result' | 'object'>;

/** What decides about what is still to be said of an attempt. */
export type Standing = {
	result: Result | null;
	told: Told;
	/** What waits to be sent already. */
	waiting: readonly Draft[];
	/** 0..1, by which the record store judges; null where there is no passing score. */
	passing: number | null;
	/** Where there is no passing score, finishing counts as passing: the export or the LMS wants it so. */
	passesWhenDone: boolean;
	/** Of this session, ISO 8601. */
	duration: string;
};

/**
 * What was earned and not said yet: `completed` once at the first ending, `passed` once with its score. Both are said the moment
 * they are earned. Sources: cmi5 9.3.3, 9.3.4, 9.5; docs/what-is-recorded.md.
 */
export function owedNow(standing: Standing): Said[] {
	const { result, told, duration } = standing;
	if (!result) return [];
	const owed: Said[] = [];
	if (!told.completed && !waits(standing, 'completed'))
		owed.push({ verb: 'completed', result: { completion: true, duration } });
	const verdict = verdictOf(standing);
	if (verdict?.success && !told.passed && !waits(standing, 'passed'))
		owed.push({ verb: 'passed', result: { success: true, duration, ...verdict.score } });
	return owed;
}

/**
 * `failed`, where that is how the sitting ends. It waits until then because cmi5 takes one verdict per session: said at once,
 * it would stand in the way of passing at the second try. Said again only for a better score, and never after `passed`.
 * Sources: cmi5 9.3.0.0-3, 9.3.0.0-8.
 */
export function owedOnLeaving(standing: Standing): Said[] {
	const { result, told, duration } = standing;
	const verdict = verdictOf(standing);
	if (!result || verdict?.success !== false || told.passed || waits(standing, 'passed')) return [];
	if (told.failedAt !== null && (result.scaled ?? 0) <= told.failedAt) return [];
	return [{ verb: 'failed', result: { success: false, duration, ...verdict.score } }];
}

/** How far one has come, as a statement that cmi5 allows. @param percent whole, 0..99: at 100 it is `completed` */
export function progressed(percent: number): Said {
	return { verb: 'progressed', result: { extensions: progressOf(percent) } };
}

/** The end of a session. @param percent null once the module was completed: then no progress may be said */
export function sessionEnd(verb: 'terminated' | 'suspended', duration: string, percent: number | null): Said {
	return { verb, result: { duration, ...(percent !== null && { extensions: progressOf(percent) }) } };
}

/** What is true once a record store has answered for this. */
export function toldAfter(told: Told, { verb, result }: Said): Told {
	switch (verb) {
		case 'completed':
			return { ...told, completed: true };
		case 'passed':
			return { ...told, passed: true };
		case 'failed':
			return { ...told, failedAt: scaledIn(result) ?? told.failedAt ?? 0 };
		default:
			return told;
	}
}

/** Whether a verdict that waited agrees with the mastery score of the session in which it would be sent. */
export function agreesWith(masteryScore: number | null, { verb, result }: Said): boolean {
	const scaled = scaledIn(result);
	if (masteryScore === null || scaled === null) return true;
	return verb === 'passed' ? scaled >= masteryScore : verb === 'failed' ? scaled < masteryScore : true;
}

function verdictOf({ result, passing, passesWhenDone }: Standing): { success: boolean; score: Json } | null {
	if (passing === null) return passesWhenDone ? { success: true, score: {} } : null;
	if (!result || result.scaled === null) return null;
	const { scaled } = result;
	return {
		success: scaled >= passing,
		score: { score: { scaled, raw: Number(rawScore(scaled)), min: 0, max: 100 } }
	};
}

function waits({ waiting }: Standing, verb: Draft['verb']): boolean {
	return waiting.some((draft) => draft.verb === verb);
}

function progressOf(percent: number): Json {
	return { [iris.progress]: percent };
}

function scaledIn(result: Json | undefined): number | null {
	const score = result?.['score'];
	return isRecord(score) && typeof score['scaled'] === 'number' ? score['scaled'] : null;
}
