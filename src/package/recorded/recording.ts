/** What decides about what a place records of this very launch. */
export type Recording = {
	organisation: string;
	mode: 'normal' | 'review' | 'browse';
	/** Whether the LMS counts what is earned. */
	isForCredit: boolean;
	/** Whether the LMS names the learner; only then does a copy outlive the tab. */
	learnerKnown: boolean;
	/** Nothing can be sent just now. */
	isWaiting: boolean;
	passingScaled: number | null;
	interactions: boolean;
};

/** The sentences of "what is recorded, and by whom", true for this launch. One file per kind of place. */
export type Recorded = (recording: Recording) => string[];
