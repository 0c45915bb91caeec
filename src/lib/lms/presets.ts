import type { Quirk } from './memory-lms.ts';

/** LMSs to try a package in: one that does everything right, each known fault, and none at all. */
export const presets = [
	'usual',
	'forgets',
	'cuts-at-4096',
	'cuts-at-255',
	'erases-after-completion',
	'failed-resets',
	'refuses-commits',
	'throws',
	'empty-entry-and-mode',
	'names-no-learner',
	'answers-booleans',
	'initialised-already',
	'knows-no-interactions',
	'knows-no-objectives',
	'none'
] as const satisfies readonly ('usual' | 'none' | Quirk)[];

/** One of `presets`. */
export type Preset = (typeof presets)[number];

/** The fault that a preset stands for; null where it has none. */
export function quirkOf(preset: Preset): Quirk | null {
	return preset === 'usual' || preset === 'none' ? null : preset;
}
