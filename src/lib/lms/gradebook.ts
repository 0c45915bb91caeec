import type { Stored } from './memory-lms.ts';
import type { ScormVersion } from './run-time.ts';

/** What people who look into an LMS see of one attempt, and where its learner would go on. */
export type Gradebook = {
	/** In the words of the standard, e.g. `completed`, `passed`; empty where nothing was recorded. */
	statuses: Status[];
	/** 0..100; null where none was sent. */
	score: number | null;
	/** Id of the scene that a new launch opens at; null where nothing is kept to go on from. */
	resumesAt: string | null;
	/** How many choices are recorded where they can be read. */
	readableChoices: number;
};

/** What an LMS may say of an attempt. */
export type Status = 'incomplete' | 'completed' | 'passed' | 'failed' | 'browsed';

const elementsOf = {
	scorm12: {
		statuses: ['cmi.core.lesson_status'],
		score: 'cmi.core.score.raw',
		place: 'cmi.core.lesson_location',
		givesBackAlways: true,
		exit: 'cmi.core.exit'
	},
	scorm2004: {
		statuses: ['cmi.completion_status', 'cmi.success_status'],
		score: 'cmi.score.raw',
		place: 'cmi.location',
		givesBackAlways: false,
		exit: 'cmi.exit'
	}
} as const;

const statuses: readonly string[] = ['incomplete', 'completed', 'passed', 'failed', 'browsed'] satisfies Status[];

/**
 * Reads what an LMS has stored as its gradebook does: one status in SCORM 1.2, completion and success in 2004; the raw
 * score, which is what gradebooks read. Sources: SCORM 1.2 RTE 3.4; SCORM 2004 4th Ed. RTE 4.2; docs/lms/scorm.md.
 */
export function gradebookOf(version: ScormVersion, stored: Stored): Gradebook {
	const elements = elementsOf[version];
	const score = stored[elements.score] ?? '';
	const givesBack = elements.givesBackAlways || stored[elements.exit] === 'suspend';
	return {
		statuses: elements.statuses.map((element) => stored[element] ?? '').filter(isStatus),
		score: score.trim() === '' || !Number.isFinite(Number(score)) ? null : Number(score),
		resumesAt: givesBack && stored['cmi.suspend_data'] ? stored[elements.place] || null : null,
		readableChoices: Object.keys(stored).filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element)).length
	};
}

function isStatus(value: string): value is Status {
	return statuses.includes(value);
}
