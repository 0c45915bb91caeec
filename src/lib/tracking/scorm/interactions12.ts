import { isActivity, optionsOf } from '#lib/scenario/activity.ts';
import type { Entry, PlayModule, Scene } from '#lib/scenario/module.ts';
import type { Recorder } from './dialect.ts';
import { lmsId } from './format.ts';
import type { ScormRun } from './run.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Each decision as a record of its own: in SCORM 1.2 they can be added and never read. Scenes that can be skipped stay
 * unrecorded, since a record of what somebody "chose" there would tell who read them. No times: nobody is timed.
 * Responses are single letters in written order (a sort: item.group), which every LMS takes.
 * @param known the decisions of earlier launches
 */
export function interactionRecorder12(module: PlayModule, run: ScormRun, known: Entry[]): Recorder {
	/** The number of the next record; null where the LMS takes none, undefined until it was asked. */
	let index: number | null | undefined;
	/** The LMS has records of decisions that are no longer in the log, so any scene may have been met. */
	let hasMore = false;

	/** Asked at the first decision: before that, a launch makes as few calls as it can. */
	function ask(): number | null {
		const count = run.get('cmi.interactions._count');
		hasMore = Number(count) > known.length;
		return /^\d+$/.test(count) ? Number(count) : null;
	}

	return {
		record: (decision, before) => {
			const scene = module.scenes[decision.scene];
			if (!scene || scene.skip) return;
			if (index === undefined) index = ask();
			if (index === null) return;
			const response =
				'choice' in decision ? choiceLetter(scene, decision.choice) : responseLetters(scene, decision.response);
			if (response === null) return;
			const isMet = hasMore || before.some((entry) => 'scene' in entry && entry.scene === scene.id);
			const set = (name: string, value: string) => run.set(`cmi.interactions.${index}.${name}`, value);
			set('id', lmsId(scene.id) + (isMet ? `__${index + 1}` : ''));
			set('type', 'choice' in decision ? 'choice' : 'matching');
			set('student_response', response);
			set('result', 'neutral');
			index += 1;
		}
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
