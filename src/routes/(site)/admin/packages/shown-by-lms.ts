import { m } from '#lib/paraglide/messages.js';

/** Standards that say the same thing in the same words. */
export type Family = 'scorm12' | 'scorm2004' | 'xapi' | 'web';

/** One thing that happens to a learner: what an LMS shows of it, and under which name each family of standards has it. */
type Shown = { happens: () => string; see: () => string; names: Record<Family, Name[]> };

/** A name of a standard, or words of ours where it has none. */
type Name = string | (() => string);

const nowhere = { scorm12: [], scorm2004: [], xapi: [], web: [] };

/** One meaning in every standard. Source: docs/lms/what-each-standard-gets.md. */
export const shownByLms: readonly Shown[] = [
	{
		happens: m.shows_opened,
		see: m.shows_opened_see,
		names: {
			scorm12: ['lesson_status incomplete'],
			scorm2004: ['completion_status incomplete'],
			xapi: ['initialized'],
			web: []
		}
	},
	{
		happens: m.shows_ended,
		see: m.shows_ended_see,
		names: {
			scorm12: ['lesson_status completed'],
			scorm2004: ['completion_status completed'],
			xapi: ['completed'],
			web: []
		}
	},
	{
		happens: m.shows_passed,
		see: m.shows_passed_see,
		names: {
			scorm12: ['lesson_status passed'],
			scorm2004: ['completion_status completed', 'success_status passed'],
			xapi: ['completed', 'passed'],
			web: []
		}
	},
	{
		happens: m.shows_failed,
		see: m.shows_failed_see,
		names: {
			scorm12: ['lesson_status failed'],
			scorm2004: ['completion_status completed', 'success_status failed'],
			xapi: ['completed', 'failed'],
			web: []
		}
	},
	{
		happens: m.shows_scored,
		see: m.shows_scored_see,
		names: { scorm12: ['score.raw'], scorm2004: ['score.scaled', 'score.raw'], xapi: ['result.score'], web: [] }
	},
	{
		happens: m.shows_resumed,
		see: m.shows_resumed_see,
		names: {
			scorm12: ['suspend_data', 'lesson_location'],
			scorm2004: ['suspend_data', 'location'],
			xapi: ['State API'],
			web: [m.shows_device]
		}
	},
	{
		happens: m.shows_time,
		see: m.shows_time_see,
		names: { scorm12: ['session_time'], scorm2004: ['session_time'], xapi: ['terminated'], web: [] }
	},
	{
		happens: m.shows_choice,
		see: m.shows_choice_see,
		names: { scorm12: ['interactions'], scorm2004: ['interactions'], xapi: ['responded'], web: [] }
	},
	{ happens: m.shows_never, see: m.shows_never_see, names: nowhere }
];

/** Columns of the table, left to right, with the standards they speak of. */
export const families: readonly { family: Family; label: () => string; standards: readonly string[] }[] = [
	{ family: 'scorm12', label: m.standard_scorm12, standards: ['scorm12'] },
	{ family: 'scorm2004', label: () => 'SCORM 2004', standards: ['scorm2004-3', 'scorm2004-4'] },
	{ family: 'xapi', label: m.shows_cmi5, standards: ['cmi5', 'xapi'] },
	{ family: 'web', label: m.standard_web, standards: ['web'] }
];
