import type { RecordedCall } from '#lib/lms/recorded-call.ts';
import { m } from '#lib/paraglide/messages.js';

/** What elements of SCORM's data model are about, the first that fits. */
const what: [RegExp, () => string][] = [
	[/^cmi\.objectives\./, m.preview_what_objective],
	[/^cmi\.interactions\./, m.preview_what_interaction],
	[/\.(lesson_status|completion_status)$/, m.preview_what_status],
	[/\.success_status$/, m.preview_what_success],
	[/\.score\.\w+$/, m.preview_what_score],
	[/\.(lesson_location|location)$/, m.preview_what_place],
	[/\.suspend_data$/, m.preview_what_choices],
	[/\.session_time$/, m.preview_what_time],
	[/\.exit$/, m.preview_what_exit],
	[/\.(student|learner)_(id|name)$/, m.preview_what_learner],
	[/\.(lesson_mode|mode)$/, m.preview_what_mode],
	[/\.credit$/, m.preview_what_credit],
	[/\.progress_measure$/, m.preview_what_progress],
	[/^adl\.nav\./, m.preview_what_next]
];

/** A call in plain words; `''` where its name is all there is to say. */
export function meaningOf({ name, args: [element = ''] }: Pick<RecordedCall, 'name' | 'args'>): string {
	if (/Initialize$/.test(name)) return m.preview_means_begin();
	if (/(Finish|Terminate)$/.test(name)) return m.preview_means_end();
	if (/Commit$/.test(name)) return m.preview_means_commit();
	if (/Error|Diagnostic/.test(name)) return m.preview_means_error();
	const about = what.find(([pattern]) => pattern.test(element))?.[1]();
	if (about === undefined) return '';
	if (/GetValue$/.test(name)) return m.preview_means_get({ what: about });
	return /SetValue$/.test(name) ? m.preview_means_set({ what: about }) : '';
}
