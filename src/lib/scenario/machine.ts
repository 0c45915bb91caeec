import { assign, setup } from 'xstate';
import { pointsForFitting } from './activity.ts';
import { holds } from './condition.ts';
import type { Facts, MachineDefinition, PlayModule, Points, Response } from './module.ts';

/** What happens in a module: `choose.<choice id>`, `respond`, `next`, `aside.<id>` and `return`. */
export type ModuleEvent = { type: 'respond'; response: Response } | { type: string };

/** The one set of guards and actions that every module's definition names; modules hold data only. */
const implementations = setup({
	types: { context: {} as Facts, events: {} as ModuleEvent },
	guards: {
		holds: ({ context }, params: { condition: Parameters<typeof holds>[0] }) => holds(params.condition, context)
	},
	actions: {
		choose: assign(
			({ context }, params: { scene: string; choice?: string; meters?: Points; points?: Points }): Partial<Facts> => ({
				...(params.meters && { meters: moved(context, params.meters) }),
				...(params.choice && { chose: { ...context.chose, [params.scene]: params.choice } }),
				...(params.points && { points: { ...context.points, [params.scene]: params.points } })
			})
		),
		grade: assign(
			(
				{ context, event },
				params: { scene: string; most: Points; fits: Record<string, string[]> }
			): Partial<Facts> => ({
				points: {
					...context.points,
					[params.scene]: graded('response' in event ? event.response : {}, params.most, params.fits)
				}
			})
		),
		visit: assign(({ context }, params: { scene: string }): Partial<Facts> => ({
			visited: { ...context.visited, [params.scene]: true }
		}))
	}
});

/** A machine that XState runs, made from a module's definition: the same for every reader of that definition. */
export function createModuleMachine(definition: MachineDefinition) {
	// XState infers a machine's type from a literal; ours is data, checked when it was compiled.
	return implementations.createMachine(definition as never);
}

/** The type of every module's machine. */
export type ModuleMachine = ReturnType<typeof createModuleMachine>;

const machines = new WeakMap<PlayModule, ModuleMachine>();

/** The machine of a module, made once per module object. */
export function machineFor(module: PlayModule): ModuleMachine {
	let machine = machines.get(module);
	if (!machine) {
		machine = createModuleMachine(module.definition);
		machines.set(module, machine);
	}
	return machine;
}

function moved(facts: Facts, by: Points): Facts['meters'] {
	const meters = { ...facts.meters };
	for (const [meter, change] of Object.entries(by)) {
		const [from, to] = facts.bounds[meter] ?? [0, 0];
		meters[meter] = Math.min(to, Math.max(from, (meters[meter] ?? 0) + change));
	}
	return meters;
}

function graded(response: Response, most: Points, fits: Record<string, string[]>): Points {
	const items = Object.entries(fits);
	const fitting = items.filter(([item, options]) => options.includes(response[item] ?? '')).length;
	return pointsForFitting(most, fitting, items.length);
}
