import { closest, distance } from 'fastest-levenshtein';

/**
 * The name somebody probably meant: the nearest of the known ones, if it is near enough to be a slip of the fingers.
 * @returns null where nothing is near
 */
export function findNearest(name: string, known: readonly string[]): string | null {
	if (known.length === 0 || name === '') return null;
	const containing = known.filter((candidate) => candidate.startsWith(`${name}-`) || candidate.endsWith(`-${name}`));
	const near = closest(name.toLowerCase(), known);
	const slips = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
	if (distance(name.toLowerCase(), near) <= slips) return near;
	return containing.length === 1 ? (containing[0] ?? null) : null;
}

/** A hint that starts with the name probably meant, and goes on with `otherwise` where there is none. */
export function didYouMean(name: string, known: readonly string[], otherwise: string): string {
	const near = findNearest(name, known);
	return near === null ? otherwise : `Did you mean “${near}”?`;
}

/** Up to eight names in a row, for a message: “a, b, c and 4 more”. */
export function listed(names: readonly string[]): string {
	if (names.length === 0) return 'none';
	const shown = names.slice(0, 8).join(', ');
	return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
