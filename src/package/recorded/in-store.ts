import { m } from '#lib/paraglide/messages.js';
import type { Recorded } from './recording.ts';

/** What a record store is told: more than an LMS of SCORM, since each statement carries its moment. */
export const recordedInStore: Recorded = (recording) => {
	const { organisation, mode, passingScaled, interactions, learnerKnown, isWaiting } = recording;
	if (mode !== 'normal') return [m.recorded_lrs_looked(), m.recorded_never()];
	return [
		...(isWaiting ? [m.recorded_lrs_waiting()] : []),
		m.recorded_lrs_finished(),
		m.recorded_lms_choices(),
		...(passingScaled === null ? [] : [m.recorded_lrs_score({ organisation })]),
		...(interactions ? [m.recorded_lrs_interactions({ organisation })] : []),
		learnerKnown ? m.recorded_lrs_device() : m.recorded_lms_tab(),
		m.recorded_never()
	];
};
