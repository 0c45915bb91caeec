import type { Stored } from '#lib/lms/memory-lms.ts';
import type { Kind } from '../package-under-check.ts';
import { scorm12RunTime } from './scorm12.ts';
import { scorm2004RunTime } from './scorm2004.ts';

/** What a run has to know of a standard: where the LMS's page and the stored attempt say what. One small file each. */
export type RunTime = {
	/** Which run-time the LMS's page opens: `src/lib/lms/host/`. */
	host: 'scorm12' | 'scorm2004';
	/** The call that begins a launch. */
	initialise: string;
	/** Where content keeps its place. */
	suspendData: string;
	/** The attempt got to its end. */
	isFinished: (stored: Stored) => boolean;
	/** How the attempt stands, as an LMS would show it, in one sentence. */
	standing: (stored: Stored) => string;
};

/**
 * The run-time to play a package of this kind in; null for a kind that cannot be played yet. cmi5 and xAPI plug in here:
 * a file of their own beside scorm12.ts, and an LRS for the host page to open.
 */
export function findRunTime(kind: Kind): RunTime | null {
	switch (kind) {
		case 'scorm12':
			return scorm12RunTime;
		case 'scorm2004-2':
		case 'scorm2004-3':
		case 'scorm2004-4':
			return scorm2004RunTime;
		case 'cmi5':
		case 'xapi':
		case 'web':
			return null;
	}
}
