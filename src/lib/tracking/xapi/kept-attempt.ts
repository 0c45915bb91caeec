import { isRecord } from '../parse-entries.ts';
import type { Result } from '#lib/scenario/result.ts';
import type { Json } from './statement.ts';

/** What the record store was told in this registration and answered for: each is said once, over all its sessions. */
export type Told = {
	completed: boolean;
	passed: boolean;
	/** The best score, 0..1, that it was told was not enough; null before the first. */
	failedAt: number | null;
};

/** The attempt as a state document of ours. */
export type KeptAttempt = {
	/** See `packAttempt`. */
	text: string;
	success: boolean | null;
	scaled: number | null;
	told: Told;
};

/** The id of the state document; those that begin with `LMS.` belong to the LMS. */
export const attemptStateId = 'alongside.attempt';

/** Nothing was told yet. */
export const nothingTold: Told = { completed: false, passed: false, failedAt: null };

/** The document to be written. */
export function toDocument(text: string, result: Result | null, told: Told): Json {
	return { format: 1, text, success: result?.success ?? null, scaled: result?.scaled ?? null, told };
}

/** Reads it back. @returns null where it is none of ours */
export function parseKeptAttempt(value: unknown): KeptAttempt | null {
	if (!isRecord(value) || value['format'] !== 1 || typeof value['text'] !== 'string') return null;
	const { text, success, scaled } = value;
	const told = isRecord(value['told']) ? value['told'] : {};
	return {
		text,
		success: typeof success === 'boolean' ? success : null,
		scaled: shareOf(scaled),
		told: {
			completed: told['completed'] === true,
			passed: told['passed'] === true,
			failedAt: shareOf(told['failedAt'])
		}
	};
}

/** What either of two pages was answered for. */
export function mergeTold(left: Told, right: Told): Told {
	const failed = [left.failedAt, right.failedAt].filter((share) => share !== null);
	return {
		completed: left.completed || right.completed,
		passed: left.passed || right.passed,
		failedAt: failed.length ? Math.max(...failed) : null
	};
}

/** Whether nothing new was told. */
export function isSameTold(left: Told, right: Told): boolean {
	return left.completed === right.completed && left.passed === right.passed && left.failedAt === right.failedAt;
}

function shareOf(value: unknown): number | null {
	return typeof value === 'number' && value >= 0 && value <= 1 ? value : null;
}
