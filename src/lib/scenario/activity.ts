import { mapValues } from './map-values.ts';
import type { Points, Response, Scene } from './module.ts';

/** An activity: a scene that takes a response instead of a choice. */
export type Activity = Extract<Scene, { kind: 'sort' | 'select' | 'reword' }>;

/** Whether a scene takes a response. */
export function isActivity(scene: Scene | undefined): scene is Activity {
	return scene?.kind === 'sort' || scene?.kind === 'select' || scene?.kind === 'reword';
}

/** Item id → the option ids one may give, both in sorted order: what the codec counts by. */
export function optionsOf(activity: Activity): [item: string, options: string[]][] {
	const entries = Object.entries(fitsByItem(activity)).map(([item, { options }]): [string, string[]] => [
		item,
		[...options].sort()
	]);
	return entries.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Item id → the option ids that fit, as the grading action wants them. */
export function fitsOf(activity: Activity): Record<string, string[]> {
	return Object.fromEntries(Object.entries(fitsByItem(activity)).map(([item, { fits }]) => [item, fits]));
}

/** Whether a response answers every item of the activity with one of its own options, and nothing else. */
export function isResponse(activity: Activity, response: Response): boolean {
	const items = optionsOf(activity);
	return (
		Object.keys(response).length === items.length &&
		items.every(([item, options]) => Object.hasOwn(response, item) && options.includes(response[item] ?? ''))
	);
}

/** The response in which every item fits. */
export function bestResponse(activity: Activity): Response {
	return pick(activity, (options, fits) => options.find((option) => fits.includes(option)));
}

/** The response in which as few items fit as can be. */
export function worstResponse(activity: Activity): Response {
	return pick(activity, (options, fits) => options.find((option) => !fits.includes(option)));
}

/**
 * Points for an activity: of the most there is to earn, the share of items that fit, rounded to whole points.
 * An activity without items earns nothing.
 */
export function pointsForFitting(most: Points, fitting: number, items: number): Points {
	return mapValues(most, (points) => (items === 0 ? 0 : Math.round((points * fitting) / items)));
}

function pick(activity: Activity, choose: (options: string[], fits: string[]) => string | undefined): Response {
	return Object.fromEntries(
		Object.entries(fitsByItem(activity)).map(([item, { options, fits }]) => [
			item,
			choose(options, fits) ?? options[0] ?? ''
		])
	);
}

/** Options in written order, and those that fit. */
function fitsByItem(activity: Activity): Record<string, { options: string[]; fits: string[] }> {
	switch (activity.kind) {
		case 'sort':
			return mapValues(activity.items, (item) => ({ options: Object.keys(activity.into), fits: item.in }));
		case 'select':
			return mapValues(activity.options, (option) => ({
				options: ['yes', 'no'],
				fits: [option.applies ? 'yes' : 'no']
			}));
		case 'reword':
			return mapValues(activity.phrases, (phrase) => ({
				options: [...Object.keys(phrase.options), 'keep'],
				fits: [
					...Object.entries(phrase.options).flatMap(([id, option]) => (option.fits ? [id] : [])),
					...(phrase.keep.fits ? ['keep'] : [])
				]
			}));
	}
}
