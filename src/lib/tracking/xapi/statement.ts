import { isRecord } from '../parse-entries.ts';
import { cmi5Verbs, iris, verbIri, type Verb } from './vocabulary.ts';

/** An object of JSON. */
export type Json = Record<string, unknown>;

/** One launch, as far as statements carry it. */
export type Session = {
	/** cmi5, or an xAPI package launched through tincan.xml. */
	profile: 'cmi5' | 'xapi';
	/** Exactly as the LMS gave it. */
	actor: Json;
	/** What every statement is about unless it names another object. */
	object: Json & { id: string };
	registration: string | null;
	/** What the LMS wants in the context of every statement; copied, never changed. */
	contextTemplate: Json;
	/** 0..1 as the LMS gave it; null where it gave none. */
	masteryScore: number | null;
};

/** What happened, before it is known in whose name it is said: it can wait on the device for the next launch. */
export type Draft = {
	/** UUID. A statement keeps it however often it is sent, so that a record store takes it once. */
	id: string;
	/** ISO time in UTC. */
	timestamp: string;
	verb: Verb;
	object?: Json;
	result?: Json;
};

/**
 * The statement of a draft in one launch: the context is a deep copy of the LMS's, to which only what is missing is added.
 * Sources: cmi5 9.1–9.7, 10.2.1; xAPI 1.0.3, Data, 2.
 */
export function toStatement(session: Session, draft: Draft): Json {
	const { id, timestamp, verb, result } = draft;
	return {
		id,
		timestamp,
		actor: session.actor,
		verb: { id: verbIri(verb), display: { en: verb } },
		object: draft.object ?? session.object,
		...(result && { result }),
		context: contextOf(session, draft)
	};
}

function contextOf(session: Session, { verb, result }: Draft): Json {
	const context = JSON.parse(JSON.stringify(session.contextTemplate)) as Json;
	if (session.registration !== null) context['registration'] = session.registration;
	if (session.profile === 'xapi' || !cmi5Verbs.includes(verb)) return context;
	const movesOn = result && ('success' in result || 'completion' in result);
	addCategories(context, [iris.cmi5Category, ...(movesOn ? [iris.moveOnCategory] : [])]);
	if (session.masteryScore !== null && (verb === 'passed' || verb === 'failed'))
		context['extensions'] = { [iris.masteryScore]: session.masteryScore, ...toRecord(context['extensions']) };
	return context;
}

function addCategories(context: Json, ids: string[]): void {
	const activities = toRecord(context['contextActivities']);
	// xAPI allows a single activity in place of a list.
	const given: unknown[] = activities['category'] === undefined ? [] : [activities['category']].flat();
	const missing = ids.filter((id) => !given.some((one) => isRecord(one) && one['id'] === id));
	activities['category'] = [...given, ...missing.map((id) => ({ objectType: 'Activity', id }))];
	context['contextActivities'] = activities;
}

function toRecord(value: unknown): Json {
	return isRecord(value) ? value : {};
}
