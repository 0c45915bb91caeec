import { isActivity, isResponse, optionsOf } from '#lib/scenario/activity.ts';
import type { Decision, PlayModule, Scene } from '#lib/scenario/module.ts';
import type { Recorder, Write } from './dialect.ts';
import { lmsId } from './format.ts';
import type { ScormRun } from './run.ts';

/**
 * Bytes that all records may take in one commit. Moodle sends every value again each time, and a browser refuses a beacon
 * over 64 KiB: with this and the limit of suspend data, a commit stays under 32 KiB however long the attempt.
 */
const mostBytes = 16_000;
/** SCORM 2004 4th Ed. RTE 4.2.9: pairs of a matching response, characters of a description. */
const mostPairs = 36;
const mostDescription = 250;

/**
 * Each scene as one record that says what was decided there last: in SCORM 2004 records can be written over, so that
 * their number does not grow with the attempt. Scenes that can be skipped stay unrecorded, since a record of what
 * somebody "chose" there would tell who read them. No times: nobody is timed. Scenes for which there is no room are left out.
 */
export function interactionRecorder2004(module: PlayModule, run: ScormRun): Recorder {
	/** Number of each scene's record, once the LMS has been asked. */
	let numbers: Map<string, number> | null = null;
	let next = 0;
	let bytes = 0;

	/** Asked at the first decision: before that, a launch makes as few calls as it can. */
	function recorded(): Map<string, number> {
		if (numbers) return numbers;
		next = Number(run.get('cmi.interactions._count'));
		numbers = new Map();
		for (let number = 0; number < next; number += 1) numbers.set(run.get(`cmi.interactions.${number}.id`), number);
		for (const scene of Object.values(module.scenes)) if (numbers.has(lmsId(scene.id))) bytes += mostBytesOf(scene);
		return numbers;
	}

	function mostBytesOf(scene: Scene): number {
		return Math.max(0, ...responsesOf(scene).map((response) => bytesOf(writesFor(module, scene, response))));
	}

	return {
		record: (decision) => {
			const scene = module.scenes[decision.scene];
			const response = scene && !scene.skip ? responseFor(scene, decision) : null;
			if (!scene || response === null) return;
			const known = recorded().get(lmsId(scene.id));
			const set = (number: number, [name, value]: Write) => run.set(`cmi.interactions.${number}.${name}`, value);
			if (known !== undefined) {
				set(known, ['learner_response', response]);
				return;
			}
			const most = mostBytesOf(scene);
			if (bytes + most > mostBytes) return;
			bytes += most;
			recorded().set(lmsId(scene.id), next);
			for (const write of writesFor(module, scene, response)) set(next, write);
			next += 1;
		}
	};
}

function writesFor(module: PlayModule, scene: Scene, response: string): Write[] {
	return [
		['id', lmsId(scene.id)],
		['type', scene.kind === 'decision' ? 'choice' : 'matching'],
		['learner_response', response],
		['result', 'neutral'],
		['description', descriptionOf(module, scene)]
	];
}

/** The scene's title, in the module's language. */
function descriptionOf({ language }: PlayModule, { title }: Scene): string {
	const text = `${/^en\b/.test(language) ? '' : `{lang=${language}}`}${title.replaceAll(/\s+/g, ' ').trim()}`;
	// Half a character, where the cut falls, could not be sent.
	return text.length <= mostDescription
		? text
		: `${text.slice(0, mostDescription - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What was decided in readable ids; null where it is not of this scene or does not fit the format. */
function responseFor(scene: Scene, decision: Decision): string | null {
	if ('choice' in decision)
		return scene.kind === 'decision' && Object.hasOwn(scene.choices, decision.choice) ? lmsId(decision.choice) : null;
	if (!isActivity(scene) || !isResponse(scene, decision.response)) return null;
	const pairs = optionsOf(scene).map(([item]) => `${lmsId(item)}[.]${lmsId(decision.response[item] ?? '')}`);
	return pairs.length <= mostPairs ? pairs.join('[,]') : null;
}

/** A response of each length that may come: all choices, or every item with its longest option. */
function responsesOf(scene: Scene): string[] {
	if (scene.kind === 'decision') return Object.keys(scene.choices);
	if (!isActivity(scene)) return [];
	const longest = (options: string[]) => options.reduce((most, one) => (one.length > most.length ? one : most), '');
	return [
		optionsOf(scene)
			.map(([item, options]) => `${item}[.]${longest(options)}`)
			.join('[,]')
	];
}

/** As a form sends them, each with the longest name its number may give. */
function bytesOf(writes: Write[]): number {
	return writes.reduce(
		(sum, [name, value]) => sum + `&cmi__interactions__000__${name}=${encodeURIComponent(value)}`.length,
		0
	);
}
