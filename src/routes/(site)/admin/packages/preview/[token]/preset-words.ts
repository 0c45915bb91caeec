import type { Preset } from '#lib/lms/presets.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = { label: () => string; text: () => string };

/** Each kind of LMS in plain words: what it does, and what becomes of a learner in it. Source: docs/lms/scorm.md. */
export const presetWords: Record<Preset, Words> = {
	usual: { label: m.preset_usual, text: m.preset_usual_text },
	forgets: { label: m.preset_forgets, text: m.preset_forgets_text },
	'cuts-at-4096': { label: m.preset_cuts_4096, text: m.preset_cuts_4096_text },
	'cuts-at-255': { label: m.preset_cuts_255, text: m.preset_cuts_255_text },
	'erases-after-completion': { label: m.preset_erases, text: m.preset_erases_text },
	'failed-resets': { label: m.preset_failed, text: m.preset_failed_text },
	'refuses-commits': { label: m.preset_refuses, text: m.preset_refuses_text },
	throws: { label: m.preset_throws, text: m.preset_throws_text },
	'empty-entry-and-mode': { label: m.preset_empty, text: m.preset_empty_text },
	'names-no-learner': { label: m.preset_nameless, text: m.preset_nameless_text },
	'answers-booleans': { label: m.preset_booleans, text: m.preset_booleans_text },
	'initialised-already': { label: m.preset_running, text: m.preset_running_text },
	'knows-no-interactions': { label: m.preset_no_interactions, text: m.preset_no_interactions_text },
	'knows-no-objectives': { label: m.preset_no_objectives, text: m.preset_no_objectives_text },
	none: { label: m.preset_none, text: m.preset_none_text }
};
