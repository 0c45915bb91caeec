import type { PlayModule } from '#lib/scenario/module.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { CopyKeeper } from './device-copy.ts';
import { packAttempt, unpackAttempt } from './suspend-data.ts';
import type { Tracker } from './tracker.ts';

/** What a tracker without an LMS needs. */
export type DeviceOptions = {
	module: PlayModule;
	copy: CopyKeeper;
	/** Whether this device is where the attempt belongs, so that keeping it here is saving it. */
	isKept: boolean;
	/** Milliseconds since 1970. */
	now(): number;
};

/**
 * Keeps an attempt on this device and nowhere else. In a plain web package that is its place; where no LMS is in reach,
 * nothing is recorded, and the copy only lets a reload go on.
 */
export function createDeviceTracker(options: DeviceOptions): Tracker {
	const { module, copy, isKept } = options;
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
			const written = copy.write({
				format: 1,
				text,
				result: progress.result,
				savedAtMs: options.now(),
				confirmed: false
			});
			if (!isKept) return { kind: 'not-recorded' };
			return { kind: written ? 'kept' : 'failed' };
		},
		close: () => {
			// Kept already.
		},
		leave: async () => (isKept ? 'close-window' : 'show-closing-page')
	};
}
