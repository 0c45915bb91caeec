import type { PlayModule } from './module.ts';
import type { Replayed } from './replay.ts';
import type { Result } from './result.ts';
import { scoreModule } from './score.ts';

/**
 * What has been earned when an attempt stands here. Earned things are facts: the first completion stays as it was, and
 * practice afterwards may turn failed into passed or raise a score, never the reverse.
 * @param options.at ISO time of now
 * @param options.passingScaled 0..1, or null where no passing score is set: then there is no score and no success
 * @param options.before what was earned earlier
 */
export function earn(
	module: PlayModule,
	replayed: Pick<Replayed, 'ended' | 'facts'>,
	options: { at: string; passingScaled: number | null; before: Result | null }
): Result | null {
	const { before, passingScaled } = options;
	if (replayed.ended === null) return before;
	const scaled = passingScaled === null ? null : scoreModule(module, replayed.facts).scaled;
	const success = scaled === null || passingScaled === null ? null : scaled >= passingScaled;
	if (!before) return { ending: replayed.ended, completedAt: options.at, success, scaled, revision: module.revision };
	const better = scaled !== null && scaled > (before.scaled ?? -1);
	return {
		...before,
		scaled: better ? scaled : before.scaled,
		success: before.success === true ? true : (success ?? before.success)
	};
}
