import { isActivity, optionsOf } from '#lib/scenario/activity.ts';
import type { Decision, Entry, PlayModule, Scene } from '#lib/scenario/module.ts';
import { lmsId } from './scorm12-format.ts';

/** One decision as SCORM 1.2 records it; element names below `cmi.interactions.n.`, in the order they are written. */
export type Interaction = { id: string; type: 'choice' | 'matching'; student_response: string; result: 'neutral' };

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A decision as an interaction, or null where it stays unrecorded: scenes that can be skipped, since a record of what
 * somebody "chose" there would tell who read them. No times: nobody is timed.
 * Responses are single letters in written order (a sort: item.group), which every LMS takes.
 * @param met.before the entries before this decision, which tell whether the scene was met
 * @param met.index the number the LMS will file it under; makes the id of a later visit unique
 * @param met.forgotten the LMS has records of decisions that are no longer in the log, so any scene may have been met
 */
export function interactionOf(
	module: PlayModule,
	decision: Decision,
	met: { before: Entry[]; index: number; forgotten: boolean }
): Interaction | null {
	const scene = module.scenes[decision.scene];
	if (!scene || scene.skip) return null;
	const response =
		'choice' in decision ? choiceLetter(scene, decision.choice) : responseLetters(scene, decision.response);
	if (response === null) return null;
	const metBefore = met.forgotten || met.before.some((entry) => 'scene' in entry && entry.scene === scene.id);
	return {
		id: lmsId(scene.id) + (metBefore ? `__${met.index + 1}` : ''),
		type: 'choice' in decision ? 'choice' : 'matching',
		student_response: response,
		result: 'neutral'
	};
}

function choiceLetter(scene: Scene, choice: string): string | null {
	if (scene.kind !== 'decision') return null;
	return letters[Object.keys(scene.choices).indexOf(choice)] ?? null;
}

function responseLetters(scene: Scene, response: Record<string, string>): string | null {
	if (!isActivity(scene)) return null;
	const pairs = optionsOf(scene).map(([item, options], index) => {
		const option = options.indexOf(response[item] ?? '');
		return option < 0 || !letters[index] || !letters[option] ? null : `${letters[index]}.${letters[option]}`;
	});
	return pairs.includes(null) ? null : pairs.join(',');
}
