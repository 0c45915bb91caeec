import { m } from '#lib/paraglide/messages.js';
import type { PlayModule, Scene } from '#lib/scenario/module.ts';
import type { Replayed } from '#lib/scenario/replay.ts';
import type { Notice, SavedAttempt } from '#lib/tracking/tracker.ts';
import type { Closing, Page } from './pages.ts';
import { SCRIPT } from './places.ts';

/** A passing score of 0..1 as people say it: "60 in 100". */
export function hundredths(scaled: number): number {
	return Math.round(scaled * 100);
}

/** A sensitive topic in words; a topic this version has no words for is shown by its id. */
export function topicInWords(topic: string): string {
	return topics[topic]?.() ?? topic.replaceAll('-', ' ');
}

const topics: Record<string, () => string> = {
	suicide: m.topic_suicide,
	coercion: m.topic_coercion,
	'substance-use': m.topic_substance_use,
	'family-conflict': m.topic_family_conflict,
	seclusion: m.topic_seclusion,
	mockery: m.topic_mockery,
	'doubt-of-colleagues': m.topic_doubt_of_colleagues,
	'exclusion-of-colleagues': m.topic_exclusion_of_colleagues,
	'stigmatising-words': m.topic_stigmatising_words,
	'money-worries': m.topic_money_worries,
	medication: m.topic_medication,
	distress: m.topic_distress
};

/** What the browser tab says. Away from the story it says nothing about it. */
export function titleOf(at: {
	module: PlayModule;
	place: number;
	page: Page | undefined;
	scene: Scene | undefined;
	begun: boolean;
	away: boolean;
	closed: boolean;
}): string {
	if (at.away || at.closed) return m.away_title();
	const { title } = at.module;
	if (at.place === SCRIPT) return m.script_title({ module: title });
	const heading = at.page ? headingOf(at.module, at.page, at.scene) : at.begun ? m.resume_title() : '';
	return heading ? m.title_in_module({ heading, module: title }) : title;
}

function headingOf(module: PlayModule, page: Page, scene: Scene | undefined): string {
	switch (page.kind) {
		case 'note':
			return m.note_title();
		case 'scene':
			return scene?.title ?? '';
		case 'skipped':
			return m.skipped_title();
		case 'feedback':
			return m.feedback_title();
		case 'closing':
			return closingTitle(module, page);
		case 'trying':
			return m.trying_title();
		case 'debrief':
			return m.debrief_title();
	}
}

/** The heading of the end of a chapter, or of a part. */
export function closingTitle(module: PlayModule, { chapter, partEnds }: Closing): string {
	if (partEnds !== null) return m.part_end_title({ part: partEnds });
	return m.closing_title({ chapter: module.chapters.find((one) => one.id === chapter)?.title ?? '' });
}

/** Lines to tell the learner when they come back: about what was saved, and what is recorded this time. */
export function noticesFor(saved: SavedAttempt | null, now: Replayed): string[] {
	const lines: string[] = [];
	if (saved?.notice) lines.push(notices[saved.notice]());
	else if (now.skipped.length > 0 || now.held.length > 0) lines.push(m.notice_changed());
	if (saved?.mode === 'review') lines.push(m.notice_review());
	if (saved?.mode === 'browse') lines.push(m.notice_browse());
	if (saved?.mode === 'normal' && saved.result && now.way.length === 0) lines.push(m.notice_done_before());
	return lines;
}

const notices: Record<Notice, () => string> = {
	damaged: m.notice_damaged,
	lost: m.notice_lost,
	'other-module': m.notice_other_module,
	changed: m.notice_changed
};
