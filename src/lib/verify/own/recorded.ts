import type { OwnModule } from './read-own.ts';

/** What an LMS will record of a module of ours, in plain words, for its administrator. */
export function recordedOf({ standard, passingScaled, doneStatus, interactions }: OwnModule): string[] {
	const apart = standard !== 'scorm12';
	const percent = passingScaled === null ? 0 : Math.round(passingScaled * 10_000) / 100;
	return [
		passingScaled === null
			? `Incomplete until an ending is reached, then ${doneStatus === 'passed' ? 'passed' : 'completed'}; it never goes back. No score.`
			: `At an ending ${apart ? 'completed, and ' : ''}passed from ${percent} of 100, otherwise failed; and the best score so far.`,
		'How long it was open.',
		'The choices now in force, in coded form, so that the learner can go on; a technician could decode them.',
		...(interactions ? ['Each choice, where it can be read, but for scenes that can be skipped.'] : []),
		'Never what a learner writes for themselves, skips, or stepping away.'
	];
}
