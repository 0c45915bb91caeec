import type { Gradebook, Status } from '#lib/lms/gradebook.ts';
import { m } from '#lib/paraglide/messages.js';

const statusWords: Record<Status, () => string> = {
	incomplete: m.preview_status_incomplete,
	completed: m.preview_status_completed,
	passed: m.preview_status_passed,
	failed: m.preview_status_failed,
	browsed: m.preview_status_browsed
};

/**
 * What an LMS shows, in one sentence: "After this run your LMS shows: completed, passed, 84 of 100; resume at “The white
 * square”."
 * @param options.scenes id → title
 * @param options.language a BCP 47 tag, for numbers and commas
 */
export function summaryOf(
	gradebook: Gradebook,
	{ scenes, language }: { scenes: Record<string, string>; language: string }
): string {
	const { statuses, score, resumesAt, readableChoices } = gradebook;
	const shown = [
		...statuses.map((status) => statusWords[status]()),
		...(score === null ? [] : [m.preview_score_of({ score: new Intl.NumberFormat(language).format(score) })]),
		...(readableChoices === 0 ? [] : [m.preview_readable({ count: readableChoices })])
	];
	if (shown.length === 0) return m.preview_nothing_kept();
	const list = new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(shown);
	if (resumesAt === null) return m.preview_shows_no_place({ what: list });
	const scene = Object.hasOwn(scenes, resumesAt) ? (scenes[resumesAt] ?? '') : resumesAt;
	return m.preview_shows({ what: list, scene });
}
