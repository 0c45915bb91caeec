import type { Entry } from '#lib/scenario/module.ts';
import type { Result } from '#lib/scenario/result.ts';

/** What our server keeps of an attempt. */
export type SavedLog = {
	entries: Entry[];
	/** The module's revision when something was last appended. */
	revision: string;
	result: Result | null;
};
