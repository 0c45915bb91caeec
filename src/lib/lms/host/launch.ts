/// <reference lib="dom" />
import type { Stored } from '#lib/lms/memory-lms.ts';

/** How a page is opened in the LMS. */
export type LaunchOf = {
	/** Where the attempt is kept: a path of the host. */
	attempt: string;
	/** What the LMS does wrong; none gives scorm-again. */
	quirks: string[];
	mode: string;
	/** Held against all that our own packages promise; others only against what the LMS refuses. */
	isStrict: boolean;
	/** Whether there is a passing score: without one our packages send no score. */
	isScored: boolean;
};

/** What a run-time was called with, and what was wrong with it, whatever the standard. */
export type WatchedCalls = { calls: { call: string; args: string[]; answer: string }[]; faults: string[] };

/** What the host keeps of an attempt. */
export function readAttempt(attempt: string): Stored {
	const request = new XMLHttpRequest();
	request.open('GET', attempt, false);
	request.send();
	return JSON.parse(request.responseText) as Stored;
}

/** Keeps an attempt, as a real LMS does on each commit. */
export function writeAttempt(attempt: string, values: Stored): void {
	const body = JSON.stringify(values);
	try {
		const request = new XMLHttpRequest();
		request.open('POST', attempt, false);
		request.send(body);
	} catch {
		// Browsers refuse synchronous requests while a page goes away: LMSs send a beacon then.
		navigator.sendBeacon(attempt, body);
	}
}
