import type { Activity } from '#lib/scenario/activity.ts';
import type { Html, Response } from '#lib/scenario/module.ts';

/** What is said about one item of an activity afterwards. No score, no verdict: what you gave, what fits here, why. */
export type ItemFeedback = {
	id: string;
	text: string;
	/** In words: the group, the wording; for a select whether it was chosen. */
	yours: string | boolean;
	/** What fits in this story; empty where what was given does. For a select: whether the option applies. */
	fits: string[] | boolean;
	because: Html | null;
};

/** Feedback for each item, in written order. */
export function feedbackOf(activity: Activity, response: Response): ItemFeedback[] {
	switch (activity.kind) {
		case 'sort':
			return Object.entries(activity.items).map(([id, item]) => ({
				id,
				text: item.text,
				yours: activity.into[response[id] ?? ''] ?? '',
				fits: item.in.includes(response[id] ?? '') ? [] : item.in.map((group) => activity.into[group] ?? ''),
				because: item.because ?? null
			}));
		case 'select':
			return Object.entries(activity.options).map(([id, option]) => ({
				id,
				text: option.text,
				yours: response[id] === 'yes',
				fits: option.applies,
				because: option.because ?? null
			}));
		case 'reword':
			return Object.entries(activity.phrases).map(([id, phrase]) => {
				const given = phrase.options[response[id] ?? ''];
				const fits = given ? given.fits : phrase.keep.fits;
				const others = Object.values(phrase.options).filter((option) => option.fits);
				return {
					id,
					text: quotable(phrase.text),
					yours: quotable(given?.say ?? phrase.text),
					fits: fits ? [] : others.map((option) => quotable(option.say)),
					because: (given ? given.because : phrase.keep.because) ?? null
				};
			});
	}
}

/** A wording as it stands between quotation marks: its own become single ones. */
function quotable(text: string): string {
	return text.replaceAll('“', '‘').replaceAll('”', '’');
}
