import type { Destination, ModuleFile, SceneFile } from '#lib/course/module-schema.ts';
import type { Condition } from '#lib/course/condition.ts';
import type { Compiling } from './compiling.ts';
import type {
	ActionDefinition,
	Facts,
	GuardDefinition,
	MachineDefinition,
	Points,
	StateDefinition,
	TransitionDefinition
} from './module.ts';
import { mapValues } from './map-values.ts';

type Asked = { chose: Set<string>; visited: Set<string> };

/**
 * The statechart of a module as plain data: chapters are compound states, an aside returns by history, a route is a
 * transient state with guarded `always`, endings are final. Where a choice leads depends on a condition, the condition
 * is asked after the choice's own effects, by a route between the two.
 */
export function defineMachine(file: ModuleFile, compiling: Compiling, asked: Asked): MachineDefinition {
	const asides = Object.keys(file.asides ?? {});
	const first = file.chapters.find((chapter) => Object.hasOwn(chapter.scenes, file.start));
	if (!first) throw new Error(`${file.id}: the start “${file.start}” is in no chapter`);
	const chapters: Record<string, StateDefinition> = {};
	for (const chapter of file.chapters) {
		const states: Record<string, StateDefinition> = {};
		for (const [id, scene] of Object.entries(chapter.scenes))
			Object.assign(states, sceneStates(id, scene, compiling, asked));
		chapters[chapter.id] = {
			initial: chapter === first ? file.start : Object.keys(chapter.scenes)[0],
			states
		};
	}
	const endings = Object.fromEntries(
		Object.keys(file.endings).map((id): [string, StateDefinition] => [id, { id: stateId(id), type: 'final' }])
	);
	return {
		id: `${compiling.course}/${file.id}`,
		initial: 'story',
		context: startingFacts(file),
		options: { maxIterations: 1000 },
		states: {
			story: {
				initial: first.id,
				states: { ...chapters, 'last-place': { id: 'last-place', type: 'history', history: 'deep' } }
			},
			...(asides.length > 0 && { asides: { initial: asides[0], states: Object.fromEntries(asides.map(asideState)) } }),
			...endings
		}
	};
}

function asideState(id: string): [string, StateDefinition] {
	return [id, { id: `aside:${id}`, on: { return: { target: '#last-place' } } }];
}

function startingFacts(file: ModuleFile): Facts {
	const meters = Object.entries(file.meters ?? {});
	return {
		meters: Object.fromEntries(meters.map(([id, meter]) => [id, meter.start])),
		chose: {},
		points: {},
		visited: {},
		bounds: Object.fromEntries(meters.map(([id, meter]) => [id, [meter.from, meter.to]]))
	};
}

/** The state of a scene, and the transient states its conditional destinations need. */
function sceneStates(
	id: string,
	scene: SceneFile,
	compiling: Compiling,
	asked: Asked
): Record<string, StateDefinition> {
	const routes: Record<string, StateDefinition> = {};
	const target = (to: Destination, from: string) => {
		if (typeof to === 'string') return `#${stateId(to)}`;
		const route = `route:${from}`;
		routes[route] = { id: route, always: to.map((way) => guarded(way, compiling)) };
		return `#${route}`;
	};
	const visited: ActionDefinition[] = asked.visited.has(id) ? [{ type: 'visit', params: { scene: id } }] : [];
	const state: StateDefinition = { id: stateId(id), ...(visited.length > 0 && { entry: visited }) };
	if (scene.route) return { [id]: { ...state, always: scene.route.map((way) => guarded(way, compiling)) } };
	const on: Record<string, TransitionDefinition> = {};
	const scores = Object.values(scene.choices ?? {}).some((choice) => choice.score);
	for (const [choiceId, choice] of Object.entries(scene.choices ?? {})) {
		const effects = effectsOf(id, choiceId, choice, asked, scores);
		on[`choose.${choiceId}`] = {
			target: target(choice.to, `${id}/${choiceId}`),
			...(choice.when && { guard: holdsGuard(compiling.condition(choice.when)) }),
			...(effects.length > 0 && { actions: effects })
		};
	}
	if (scene.next) {
		const graded = gradeOf(id, scene);
		const event = graded ? 'respond' : 'next';
		on[event] = { target: target(scene.next, id), ...(graded && graded.length > 0 && { actions: graded }) };
	}
	for (const aside of scene.asides ?? []) on[`aside.${aside}`] = { target: `#aside:${aside}` };
	return { [id]: { ...state, on }, ...routes };
}

function guarded(way: { when?: string; to: string }, compiling: Compiling): TransitionDefinition {
	return {
		target: `#${stateId(way.to)}`,
		...(way.when !== undefined && { guard: holdsGuard(compiling.condition(way.when)) })
	};
}

function holdsGuard(condition: Condition): GuardDefinition {
	return { type: 'holds', params: { condition } };
}

type ChoiceFile = NonNullable<SceneFile['choices']>[string];

/** In a scene where any choice scores, each writes its points, none included: the latest visit is what counts. */
function effectsOf(
	scene: string,
	choiceId: string,
	choice: ChoiceFile,
	asked: Asked,
	scores: boolean
): ActionDefinition[] {
	const params = {
		scene,
		...(asked.chose.has(scene) && { choice: choiceId }),
		...(choice.meters && { meters: choice.meters }),
		...(scores && { points: choice.score ?? {} })
	};
	return Object.keys(params).length === 1 ? [] : [{ type: 'choose', params }];
}

/** The grading of an activity; null for a scene that is none, empty for one that earns nothing. */
function gradeOf(scene: string, file: SceneFile): ActionDefinition[] | null {
	const fits = fitsOf(file);
	if (!fits) return null;
	const most: Points = file.score ?? {};
	return Object.keys(most).length === 0 ? [] : [{ type: 'grade', params: { scene, most, fits } }];
}

function fitsOf(file: SceneFile): Record<string, string[]> | null {
	if (file.sort) return mapValues(file.sort.items, (item) => (typeof item.in === 'string' ? [item.in] : item.in));
	if (file.select) return mapValues(file.select.options, (option) => [option.applies ? 'yes' : 'no']);
	if (file.reword)
		return mapValues(file.reword.phrases, (phrase) => [
			...Object.entries(phrase.options).flatMap(([id, option]) => (option.fits ? [id] : [])),
			...(phrase.keep.fits ? ['keep'] : [])
		]);
	return null;
}

/** Scene ids stand in a namespace of their own among the chart's ids. */
function stateId(scene: string): string {
	return `scene:${scene}`;
}
