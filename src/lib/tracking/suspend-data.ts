import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { decodeLog, encodeLog } from '#lib/scenario/codec.ts';
import { digitOf, shortHash, valueOf } from '#lib/scenario/hash.ts';
import type { Result } from '#lib/scenario/result.ts';
import type { Notice } from './tracker.ts';

/** What a place that keeps one short text keeps of an attempt. */
export type Kept = {
	way: Decision[];
	/** How often this attempt was saved, so that of two copies the later one can be told; wraps at 4,096. */
	saves: number;
	/** Which ending was reached first and when, to the minute; null before, and where it cannot be read. */
	finished: Pick<Result, 'ending' | 'completedAt'> | null;
	notice: Notice | null;
};

const separator = '.';
/** Wraps here: two base64url digits. */
export const mostSaves = 64 * 64;

/**
 * An attempt as suspend data: two digits of save count, once finished three of ending and five of time, a full stop, and
 * the encoded way. At most 24 characters beside the decisions. What is known of the attempt stands first, so that an
 * LMS that cuts the end off leaves it whole; the checksum covers all of it.
 */
export function packAttempt(module: PlayModule, kept: Pick<Kept, 'way' | 'saves' | 'finished'>): string {
	const head = digits(kept.saves % mostSaves, 2) + (kept.finished ? packFinished(kept.finished) : '');
	return head + separator + encodeLog(module, kept.way, head);
}

/** Reads suspend data back; whatever comes, the part that can be trusted, and a notice where that is not all. */
export function unpackAttempt(module: PlayModule, text: string): Kept {
	const at = text.slice(0, 11).indexOf(separator);
	const head = at < 0 ? '' : text.slice(0, at);
	const body = text.slice(at + 1);
	const { way, notice } = decodeLog(module, body, head);
	// Even an empty way has a header: without one the end was cut off.
	const isCut = text !== '' && notice === null && (body === '' || (head.length !== 2 && head.length !== 10));
	const belongs = notice !== 'other-module';
	return {
		way,
		saves: belongs && head.length >= 2 ? Math.max(0, numberOf(head.slice(0, 2))) : 0,
		finished: belongs && head.length === 10 ? unpackFinished(module, head.slice(2)) : null,
		notice: isCut ? 'damaged' : notice
	};
}

/** Whether save count `left` came after `right`, over the wrap. */
export function isLater(left: number, right: number): boolean {
	const ahead = (left - right + mostSaves) % mostSaves;
	return ahead > 0 && ahead < mostSaves / 2;
}

function packFinished({ ending, completedAt }: Pick<Result, 'ending' | 'completedAt'>): string {
	const minutes = Math.floor(Date.parse(completedAt) / 60_000);
	return (ending ? shortHash(ending) : '___') + digits(Number.isFinite(minutes) ? Math.max(0, minutes) : 0, 5);
}

function unpackFinished(module: PlayModule, packed: string): Kept['finished'] {
	const minutes = numberOf(packed.slice(3));
	const ending = Object.values(module.scenes).find(
		(scene) => scene.kind === 'ending' && shortHash(scene.id) === packed.slice(0, 3)
	);
	if (minutes < 0) return null;
	return {
		ending: ending?.id ?? '',
		completedAt: minutes === 0 ? '' : new Date(minutes * 60_000).toISOString()
	};
}

function digits(value: number, count: number): string {
	let out = '';
	let rest = value;
	for (let index = 0; index < count; index += 1) {
		out = digitOf(rest % 64) + out;
		rest = Math.floor(rest / 64);
	}
	return out;
}

/** −1 where a character is no base64url digit. */
function numberOf(text: string): number {
	let value = 0;
	for (const digit of text) {
		if (valueOf(digit) < 0) return -1;
		value = value * 64 + valueOf(digit);
	}
	return value;
}
