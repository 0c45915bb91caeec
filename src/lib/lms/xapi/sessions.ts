import type { Json } from '#lib/tracking/xapi/statement.ts';
import { iris } from '#lib/tracking/xapi/vocabulary.ts';

/** How an LMS launches a module. */
export type LaunchSettings = {
	profile: 'cmi5' | 'xapi';
	actor: Json;
	registration: string;
	/** The LMS's own name for the module in cmi5; the package's in xAPI. */
	activityId: string;
	/** The id in cmi5.xml. */
	publisherId?: string;
	mode?: 'Normal' | 'Browse' | 'Review';
	masteryScore?: number;
	moveOn?: string;
	returnUrl?: string;
};

/** One launch, and what has come in of it. */
export type LaunchedSession = LaunchSettings & {
	id: string;
	/** Given by the fetch address, once. */
	token: string;
	tokenTaken: boolean;
	contextTemplate: Json;
	preferencesRead: boolean;
	/** Last words of the verbs of cmi5-defined statements, in order. */
	verbs: string[];
	statements: number;
	/** Moment of the last statement. */
	lastAt: string;
	terminated: boolean;
	abandoned: boolean;
};

/** What a registration has earned, over its sessions. */
export type RegistrationRecord = {
	completed: boolean;
	passed: boolean;
	failed: boolean;
	scaled: number | null;
	/** 0..100. */
	progress: number | null;
};

/** A launch that nothing has come in of. */
export function newSession(settings: LaunchSettings, id: string, token: string): LaunchedSession {
	return {
		...settings,
		id,
		token,
		tokenTaken: false,
		contextTemplate: {
			contextActivities: { grouping: [{ objectType: 'Activity', id: settings.publisherId ?? settings.activityId }] },
			extensions: { [iris.sessionId]: id }
		},
		preferencesRead: false,
		verbs: [],
		statements: 0,
		lastAt: '',
		terminated: false,
		abandoned: false
	};
}

/** The state document `LMS.LaunchData`. Source: cmi5 10.2. */
export function launchDataOf(session: LaunchedSession): Json {
	const { mode, masteryScore, moveOn, returnUrl, contextTemplate } = session;
	return {
		contextTemplate,
		launchMode: mode ?? 'Normal',
		moveOn: moveOn ?? 'Completed',
		...(masteryScore !== undefined && { masteryScore }),
		...(returnUrl !== undefined && { returnURL: returnUrl })
	};
}

/** Whether what was earned satisfies the LMS. Source: cmi5 9.3.9, 13.1.4. */
export function isSatisfied(moveOn: string, { completed, passed }: RegistrationRecord): boolean {
	switch (moveOn) {
		case 'Passed':
			return passed;
		case 'Completed':
			return completed;
		case 'CompletedAndPassed':
			return completed && passed;
		case 'CompletedOrPassed':
			return completed || passed;
		default:
			return true;
	}
}
