import { replay } from '#lib/scenario/replay.ts';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import type { Result } from '#lib/scenario/result.ts';
import type { DeviceCopy } from '../device-copy.ts';
import { isLater, unpackAttempt } from '../suspend-data.ts';
import type { Notice } from '../tracker.ts';
import type { Standing } from './dialect.ts';

/** What an LMS said on launch. `suspendData` is `''`, `scaled` null where it said nothing. */
export type LaunchValues = { standing: Standing; suspendData: string; scaled: number | null };

/** The attempt to go on with. */
export type Resumed = {
	way: Decision[];
	result: Result | null;
	saves: number;
	notice: Notice | null;
	/** What the LMS came back with is less than is known here: hand it over again at once. */
	handAgain: boolean;
	/** The LMS gave back at least as much as this device has. */
	confirmed: boolean;
};

/**
 * Chooses between what the LMS came back with and the copy on this device. Whatever `entry` says, data that is there is
 * used. The later of the two wins by its save count; an LMS that is empty although it once proved that it stores has
 * been reset, and starts afresh. Sources: docs/lms/scorm.md, "An LMS that forgets".
 * @param passingScaled 0..1, or null where no passing score is set: then what was earned has neither success nor score
 */
export function resumeFrom(
	module: PlayModule,
	launch: LaunchValues,
	copy: DeviceCopy | null,
	passingScaled: number | null
): Resumed {
	const lms = unpackAttempt(module, launch.suspendData);
	const own = copy && unpackAttempt(module, copy.text);
	const { begun, done } = launch.standing;
	const empty = launch.suspendData === '';
	const reset = empty && copy?.confirmed === true && !begun;
	const useCopy =
		own !== null &&
		!reset &&
		(empty ||
			lms.notice === 'other-module' ||
			isLater(own.saves, lms.saves) ||
			(own.saves === lms.saves && lms.notice === 'damaged'));
	const way = useCopy ? own.way : lms.way;
	const earned = useCopy || own?.saves === lms.saves ? (copy?.result ?? null) : null;
	const finished = earned ?? lms.finished ?? (done ? endingOf(module, way) : null);
	// An LMS that empties suspend data after completion has lost nothing that counts.
	const lost = useCopy && !(empty && done);
	return {
		way,
		result: finished && resultOf(module, finished, launch, earned, passingScaled),
		saves: useCopy ? own.saves : lms.saves,
		notice: lost ? 'lost' : useCopy ? own.notice : lms.notice,
		handAgain: lost || (finished !== null && !done && earned?.success !== false),
		confirmed: !useCopy && !empty
	};
}

function endingOf(module: PlayModule, way: Decision[]): Pick<Result, 'ending' | 'completedAt'> {
	return { ending: replay(module, way).ended ?? '', completedAt: '' };
}

function resultOf(
	module: PlayModule,
	finished: Pick<Result, 'ending' | 'completedAt'>,
	launch: LaunchValues,
	earned: Result | null,
	passingScaled: number | null
): Result {
	const scored = passingScaled !== null;
	return {
		ending: finished.ending,
		completedAt: finished.completedAt,
		success: scored ? (launch.standing.success ?? earned?.success ?? null) : null,
		scaled: scored ? (launch.scaled ?? earned?.scaled ?? null) : null,
		revision: earned?.revision ?? module.revision
	};
}
