import type { PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { CopyKeeper } from './device-copy.ts';
import { packAttempt, unpackAttempt } from './suspend-data.ts';
import type { Tracker } from './tracker.ts';

/**
 * No LMS in reach: nothing is recorded anywhere. The place is kept in this tab, so that a reload goes on; who plays is
 * not known, so nothing outlives the tab.
 */
export function createUntrackedTracker(options: { module: PlayModule; copy: CopyKeeper; now(): number }): Tracker {
	const { module, copy } = options;
	return {
		open: async () => {
			const kept = copy.read(options.now());
			if (!kept) return null;
			const { way, notice } = unpackAttempt(module, kept.text);
			return { entries: way, result: kept.result, mode: 'normal', notice };
		},
		save: async (progress) => {
			const text = packAttempt(module, {
				way: replay(module, progress.entries).way,
				saves: 0,
				finished: progress.result
			});
			copy.write({ format: 1, text, result: progress.result, savedAtMs: options.now(), confirmed: false });
			return { kind: 'not-recorded' };
		},
		close: () => {
			// Kept already.
		},
		leave: async () => 'show-closing-page'
	};
}
