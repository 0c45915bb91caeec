import type { PlayModule, Scene, Text } from '#lib/scenario/module.ts';
import { wordsIn } from '../words.ts';
import { longestWay, shortestFromEach, type Weights } from './measure.ts';
import { sceneAt, type Walk } from './walk.ts';

/** How fast people read here, for every figure in minutes. */
export const WORDS_PER_MINUTE = 150;

/** Decisions met on the shortest and on the longest way to an ending; activities are not counted. */
export function decisionsOn(walk: Walk): { fewest: number; most: number } {
	const weights: Weights = {
		at: (index) => (walk.graph.nodes[walk.configurations[index]!.node]!.kind === 'decision' ? 1 : 0),
		along: () => 0
	};
	return { fewest: finite(shortestFromEach(walk, weights)[0]), most: finite(longestWay(walk, weights)) };
}

/**
 * Every word shown on the longest way: the first screen, scenes, choices, items, debrief, reflection and the last line.
 * @returns minutes at `WORDS_PER_MINUTE`, with one decimal
 */
export function readingOn(walk: Walk, play: PlayModule): { words: number; minutes: number } {
	const count = counter();
	const frame = [
		...[play.title, play.summary, play.youAre, play.reflection.ask, play.nextShift],
		...[
			...play.contentNotes.map(({ note }) => note),
			...play.objectives.map(({ text }) => text),
			...play.reflection.prompts
		]
	];
	const closings = play.chapters.map(({ closing }) => Math.max(0, ...(closing ?? []).map(({ html }) => count(html))));
	const around = [...frame.map(count), ...closings].reduce((sum, words) => sum + words, 0);
	const along = longestWay(walk, {
		at: (index) => wordsAt(walk, play, index, count),
		along: (index, edge) =>
			wordsAfter(play.scenes[sceneAt(walk, index)], walk.configurations[index]!.edges[edge]!.choice, count)
	});
	const words = around + finite(along);
	return { words, minutes: Math.round((words / WORDS_PER_MINUTE) * 10) / 10 };
}

/** The most words anybody reads before the choices of their first decision; null where there is no decision. */
export function wordsToFirstDecision(walk: Walk, play: PlayModule): { words: number; scene: string } | null {
	const count = counter();
	let latest: { words: number; scene: string } | null = null;
	const most = new Map([[0, 0]]);
	for (const [at, before] of most) {
		const { node, variant, edges } = walk.configurations[at]!;
		const scene = sceneAt(walk, at);
		const words = before + count(play.scenes[scene]?.text[variant]?.html ?? '');
		if (walk.graph.nodes[node]!.kind === 'decision') {
			if (words > (latest?.words ?? -1)) latest = { words, scene };
			continue;
		}
		const here = words + extraWords(play.scenes[scene], count);
		for (const { to } of edges) if (here > (most.get(to) ?? -1)) most.set(to, here);
	}
	return latest;
}

type Count = (text: string) => number;

/** Counts each text once, however many situations show it. */
function counter(): Count {
	const known = new Map<string, number>();
	return (text) => {
		const words = known.get(text) ?? wordsIn(text);
		known.set(text, words);
		return words;
	};
}

function wordsAt(walk: Walk, play: PlayModule, index: number, count: Count): number {
	const { variant, offered } = walk.configurations[index]!;
	const scene = play.scenes[sceneAt(walk, index)];
	if (!scene) return 0;
	const said =
		scene.kind === 'decision' ? offered.reduce((sum, id) => sum + count(scene.choices[id]?.say ?? ''), 0) : 0;
	return count(scene.title) + count(shown(scene.text, variant)) + said + extraWords(scene, count);
}

function shown(text: Text, variant: number): string {
	return text[variant]?.html ?? '';
}

/** What there is to read in a scene beside its title, its text and its choices. */
function extraWords(scene: Scene | undefined, count: Count): number {
	const sum = (texts: (string | undefined)[]) => texts.reduce((words, text) => words + (text ? count(text) : 0), 0);
	switch (scene?.kind) {
		case 'decision':
			return sum([scene.question]);
		case 'sort':
			return sum([
				scene.ask,
				...Object.values(scene.into),
				...Object.values(scene.items).flatMap(({ text, because }) => [text, because])
			]);
		case 'select':
			return sum([scene.ask, ...Object.values(scene.options).flatMap(({ text, because }) => [text, because])]);
		case 'reword':
			return sum([
				scene.ask,
				scene.document,
				...Object.values(scene.phrases).flatMap(({ text, options }) => [
					text,
					...Object.values(options).map(({ say }) => say)
				]),
				// Of the reasons one reads only that of one's own answer.
				...Object.values(scene.phrases).map(({ keep, options }) =>
					[keep, ...Object.values(options)]
						.map(({ because }) => because ?? '')
						.reduce((left, right) => (count(left) >= count(right) ? left : right))
				)
			]);
		case 'rate':
			return sum([scene.ask, scene.low, scene.high]);
		case 'reflect':
			return sum([scene.ask, ...scene.prompts]);
		case 'passage':
		case 'ending':
		case undefined:
			return 0;
	}
}

/** What the debrief says about a scene after the choice that was taken there. */
function wordsAfter(scene: Scene | undefined, choice: string | null, count: Count): number {
	const { debrief } = scene ?? {};
	if (!debrief) return 0;
	const side = debrief.otherSide?.text ?? '';
	const texts = [
		debrief.finding,
		debrief.limits,
		(choice !== null && debrief.happened[choice]) || '',
		typeof side === 'string' ? side : (choice !== null && side[choice]) || ''
	];
	return texts.reduce((words, text) => words + count(text), 0);
}

function finite(value: number | undefined): number {
	return value !== undefined && Number.isFinite(value) ? value : 0;
}
