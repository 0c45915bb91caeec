import { m } from '#lib/paraglide/messages.js';
import type { Recorded } from './recording.ts';

/** What an LMS records through SCORM. */
export const recordedInLms: Recorded = (recording) => {
	const { organisation, mode, isForCredit, passingScaled, interactions, learnerKnown } = recording;
	if (mode === 'review') return [m.recorded_review()];
	if (mode === 'browse') return [m.notice_browse()];
	if (!isForCredit) return [m.recorded_no_credit(), m.recorded_lms_choices(), m.recorded_never()];
	return [
		m.recorded_lms_finished(),
		m.recorded_lms_choices(),
		...(passingScaled === null ? [] : [m.recorded_lms_score({ organisation })]),
		...(interactions ? [m.recorded_lms_interactions({ organisation })] : []),
		learnerKnown ? m.recorded_lms_device() : m.recorded_lms_tab(),
		m.recorded_never()
	];
};
