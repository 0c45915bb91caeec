import type { Compare, Condition } from '#lib/course/condition.ts';
import type { Facts } from './module.ts';

/** Whether a condition holds for what is known at this point of an attempt. */
export function holds(condition: Condition, facts: Facts): boolean {
	switch (condition.is) {
		case 'meter':
			return compares(facts.meters[condition.meter] ?? 0, condition.compare, condition.value);
		case 'score':
			return compares(pointsFor(facts, condition.objective), condition.compare, condition.value);
		case 'chose':
			return facts.chose[condition.scene] === condition.choice;
		case 'visited':
			return facts.visited[condition.scene] === true;
		case 'not':
			return !holds(condition.of, facts);
		case 'and':
			return condition.of.every((part) => holds(part, facts));
		case 'or':
			return condition.of.some((part) => holds(part, facts));
	}
}

/** Points earned for one objective, counting each scene's latest visit. */
export function pointsFor(facts: Facts, objective: string): number {
	let sum = 0;
	for (const points of Object.values(facts.points)) sum += points[objective] ?? 0;
	return sum;
}

/** Whether a number stands in a relation to another. */
export function compares(left: number, compare: Compare, right: number): boolean {
	switch (compare) {
		case '>=':
			return left >= right;
		case '<=':
			return left <= right;
		case '>':
			return left > right;
		case '<':
			return left < right;
		case '=':
			return left === right;
	}
}
