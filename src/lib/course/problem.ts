/** One thing that is wrong with a course file, told so that its author can mend it. */
export type Problem = {
	/** Kebab-case; a code never changes its meaning. */
	code: string;
	severity: 'error' | 'warning';
	/** Path relative to the courses folder's parent, with `/`. */
	file: string;
	/** From 1. */
	line: number;
	/** From 1. */
	column: number;
	/** What was found, in one sentence. */
	message: string;
	/** What to do about it. */
	hint: string;
};
