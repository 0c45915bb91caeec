import { m } from '#lib/paraglide/messages.js';

/**
 * The sentences that say what our own site records and who sees it, from the actual settings.
 * @param about.isPerson signed in; else somebody who tries it without an account
 * @param about.passingScaled 0..1; null where completion is all that is asked
 */
export function recordedOnSite(about: {
	organisation: string;
	isPerson: boolean;
	passingScaled: number | null;
}): string[] {
	if (!about.isPerson) return [m.course_recorded_guest(), m.course_recorded_writing_guest(), m.recorded_never()];
	const organisation = about.organisation.charAt(0).toLocaleUpperCase() + about.organisation.slice(1);
	return [
		m.course_recorded_organisation({ organisation }),
		...(about.passingScaled === null ? [] : [m.course_recorded_score({ organisation })]),
		m.course_recorded_site(),
		m.course_recorded_writing(),
		m.recorded_never()
	];
}
