/** What an attempt has earned: stored when earned, with the revision it was earned on. */
export type Result = {
	ending: string;
	/** ISO time of the first completion. */
	completedAt: string;
	/** null where no passing score is set. */
	success: boolean | null;
	/** 0..1; null where no passing score is set. */
	scaled: number | null;
	revision: string;
};
