import type { ScormDialect, ShownObjective } from './dialect.ts';
import { lmsId } from './format.ts';
import type { ScormRun } from './run.ts';

/**
 * Writes how far each learning objective was shown. An LMS may have filled in some of its own from the manifest, and a
 * second one of the same id is an error: so each is looked up by its id first. An LMS that keeps none is left alone.
 * Sources: SCORM 1.2 RTE 3.4.4 (optional there); SCORM 2004 4th Ed. RTE 4.2.17.
 */
export function writeObjectives(
	run: ScormRun,
	dialect: Pick<ScormDialect, 'objectiveWrites'>,
	shown: ShownObjective[]
): void {
	const count = run.get('cmi.objectives._count');
	if (!/^\d+$/.test(count)) return;
	let next = Number(count);
	const numbers = new Map<string, number>();
	for (let number = 0; number < next; number += 1) numbers.set(run.get(`cmi.objectives.${number}.id`), number);
	for (const objective of shown) {
		const known = numbers.get(lmsId(objective.id));
		const number = known ?? next++;
		for (const [name, value] of dialect.objectiveWrites(objective, known === undefined))
			run.set(`cmi.objectives.${number}.${name}`, value);
	}
}
