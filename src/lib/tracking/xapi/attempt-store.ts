import type { PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { Result } from '#lib/scenario/result.ts';
import { isLater, mostSaves, packAttempt, unpackAttempt } from '../suspend-data.ts';
import type { Progress } from '../tracker.ts';
import {
	attemptStateId,
	isSameTold,
	mergeTold,
	nothingTold,
	parseKeptAttempt,
	toDocument,
	type KeptAttempt,
	type Told
} from './kept-attempt.ts';
import type { LrsClient } from './lrs-client.ts';
import { isDone } from './request.ts';
import type { Json } from './statement.ts';

type Later = (afterMs: number | null) => void;
type Log = (call: string, error: string) => void;

/** The attempt in the record store: what it holds, and whether it holds all there is. */
export type AttemptStore = {
	/** @returns null where there is none, undefined where the store gave no answer to go by */
	read(lrs: LrsClient): Promise<KeptAttempt | null | undefined>;
	/** What was opened. @param isNews the store has less than this */
	resume(progress: Progress, saves: number, isNews: boolean): void;
	change(progress: Progress): void;
	/** Writes where there is something to write. @returns whether the store holds all */
	write(lrs: LrsClient, later: Later, log: Log): Promise<boolean>;
	writeWhileLeaving(lrs: LrsClient): void;
	saves(): number;
	told(): Told;
	tell(told: Told): void;
};

/**
 * Keeps an attempt as one state document. Each write names the version it replaces; where another page was faster
 * (409, 412), what that page was told is taken over and the write repeated once: the later place wins, nothing earned is lost.
 * Source: xAPI 1.0.3, Communication, 3.1; xAPI 2.0 refuses a write that names none.
 */
export function attemptStore(module: PlayModule): AttemptStore {
	let latest: Progress | null = null;
	let told = nothingTold;
	let saves = 0;
	/** The store lacks something. */
	let isDue = false;
	/** Of the document in the store: null where there is none, undefined where it is not known. */
	let version: string | null | undefined;

	async function read(lrs: LrsClient): Promise<KeptAttempt | null | undefined> {
		const answer = await lrs.getState(attemptStateId);
		if (answer.status === 404) {
			version = null;
			return null;
		}
		if (!isDone(answer)) return undefined;
		// Some stores, and CORS settings, hide the version: then any is replaced.
		version = answer.etag ?? '*';
		const kept = parseKeptAttempt(answer.body);
		takeOver(kept);
		return kept;
	}

	/** What another page earned and was told stays, and ours counts as the later. */
	function takeOver(kept: KeptAttempt | null): void {
		if (!kept) return;
		told = mergeTold(told, kept.told);
		if (!latest) return;
		const theirs = unpackAttempt(module, kept.text);
		if (isLater(theirs.saves, saves)) saves = theirs.saves;
		latest = { ...latest, result: betterOf(module, latest.result, theirs.finished, kept) };
	}

	function document(progress: Progress): Json {
		const { way } = replay(module, progress.entries);
		return toDocument(packAttempt(module, { way, saves, finished: progress.result }), progress.result, told);
	}

	async function put(lrs: LrsClient, later: Later, log: Log, isRepeated = false): Promise<boolean> {
		if (!isDue || !latest) return true;
		if (version === undefined && (await read(lrs)) === undefined) {
			later(null);
			return false;
		}
		isDue = false;
		const answer = await lrs.putState(attemptStateId, document(latest), version ?? null);
		if (isDone(answer)) {
			version = answer.etag ?? undefined;
			return true;
		}
		isDue = true;
		const isStale = answer.status === 409 || answer.status === 412;
		if (isStale) version = undefined;
		if (isStale && !isRepeated) return put(lrs, later, log, true);
		if (answer.status > 0) log(attemptStateId, `status ${answer.status}`);
		later(answer.retryAfterMs);
		return false;
	}

	return {
		read,
		resume: (progress, savesSoFar, isNews) => {
			latest = progress;
			saves = savesSoFar;
			isDue = isNews;
		},
		change: (progress) => {
			latest = progress;
			saves = (saves + 1) % mostSaves;
			isDue = true;
		},
		write: put,
		writeWhileLeaving: (lrs) => {
			if (isDue && latest && version !== undefined)
				void lrs.putState(attemptStateId, document(latest), version, { isLeaving: true });
		},
		saves: () => saves,
		told: () => told,
		tell: (now) => {
			if (isSameTold(now, told)) return;
			told = now;
			isDue = true;
		}
	};
}

function betterOf(
	module: PlayModule,
	ours: Result | null,
	finished: Pick<Result, 'ending' | 'completedAt'> | null,
	kept: KeptAttempt
): Result | null {
	if (!ours) return finished && { ...finished, success: kept.success, scaled: kept.scaled, revision: module.revision };
	return {
		...ours,
		success: ours.success === true || kept.success !== true ? ours.success : true,
		scaled: kept.scaled === null ? ours.scaled : Math.max(kept.scaled, ours.scaled ?? 0)
	};
}
