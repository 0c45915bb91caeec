import type { Progress, SavedAttempt, SaveState, Tracker } from './tracker.ts';

/**
 * A tracker that keeps nothing beyond this page: for previews and trials.
 * @param options.saved what `open` gives back; normally null
 * @param options.answer what each save answers; `not-recorded` unless told, since nothing is
 */
export function memoryTracker(
	options: { saved?: SavedAttempt | null; answer?: (progress: Progress) => SaveState } = {}
): Tracker & { kept: Progress[] } {
	const kept: Progress[] = [];
	return {
		kept,
		open: () => Promise.resolve(options.saved ?? null),
		save(progress) {
			kept.push(progress);
			return Promise.resolve(options.answer?.(progress) ?? { kind: 'not-recorded' });
		},
		close() {
			// Nothing is kept, so nothing is left to keep.
		}
	};
}
