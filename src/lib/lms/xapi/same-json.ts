import { isRecord } from '#lib/tracking/parse-entries.ts';

/** Whether two values of JSON are the same, whatever the order of their keys. */
export function sameJson(left: unknown, right: unknown): boolean {
	if (Array.isArray(left) && Array.isArray(right))
		return left.length === right.length && left.every((one, index) => sameJson(one, right[index]));
	if (!isRecord(left) || !isRecord(right)) return left === right;
	const keys = Object.keys(left);
	return (
		keys.length === Object.keys(right).length &&
		keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
	);
}
