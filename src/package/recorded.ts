import { m } from '#lib/paraglide/messages.js';
import type { Opened } from './place.ts';

/** What decides about what is recorded. */
export type Recording = {
	organisation: string;
	place: Opened['place'];
	mode: 'normal' | 'review' | 'browse';
	/** Whether the LMS counts what is earned. */
	isForCredit: boolean;
	/** Whether the LMS names the learner; only then does a copy outlive the tab. */
	learnerKnown: boolean;
	/** Nothing can be sent just now. */
	isWaiting: boolean;
	passingScaled: number | null;
	interactions: boolean;
};

/** The sentences of "what is recorded, and by whom": true for this very launch. */
export function recordedSentences(recording: Recording): string[] {
	const { organisation } = recording;
	if (recording.place === 'none') return [m.recorded_no_lms(), m.recorded_never()];
	if (recording.place === 'device') return [m.recorded_device(), m.recorded_never()];
	if (recording.place === 'lrs') return sentToStore(recording);
	if (recording.mode === 'review') return [m.recorded_review()];
	if (recording.mode === 'browse') return [m.notice_browse()];
	if (!recording.isForCredit) return [m.recorded_no_credit(), m.recorded_lms_choices(), m.recorded_never()];
	return [
		m.recorded_lms_finished(),
		m.recorded_lms_choices(),
		...(recording.passingScaled === null ? [] : [m.recorded_lms_score({ organisation })]),
		...(recording.interactions ? [m.recorded_lms_interactions({ organisation })] : []),
		recording.learnerKnown ? m.recorded_lms_device() : m.recorded_lms_tab(),
		m.recorded_never()
	];
}

/** A record store is told more than an LMS of SCORM: each statement carries its moment. */
function sentToStore(recording: Recording): string[] {
	const { organisation, mode, passingScaled, interactions, learnerKnown } = recording;
	if (mode !== 'normal') return [m.recorded_lrs_looked(), m.recorded_never()];
	return [
		...(recording.isWaiting ? [m.recorded_lrs_waiting()] : []),
		m.recorded_lrs_finished(),
		m.recorded_lms_choices(),
		...(passingScaled === null ? [] : [m.recorded_lrs_score({ organisation })]),
		...(interactions ? [m.recorded_lrs_interactions({ organisation })] : []),
		learnerKnown ? m.recorded_lrs_device() : m.recorded_lms_tab(),
		m.recorded_never()
	];
}
