/** What is asked where one writes for oneself. */
export type Asked = {
	/** Scene id, or `trying` or `reflection` in the debrief: the text lasts under this name for the sitting. */
	place: string;
	/** Id of the element that asks. */
	labelledby: string;
	/** The question as plain text. */
	name: string;
	prompts: string[];
};
