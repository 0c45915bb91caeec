import type { Html } from '#lib/scenario/module.ts';

/** Somebody a learner can turn to. */
export type SupportContact = { name: string; how: string; outsideLineManagement: boolean };

/** What the player has to know of the place it runs in: our site, or a package in an LMS. */
export type PlayerContext = {
	courseTitle: string;
	organisation: string;
	supportContacts: SupportContact[];
	/** Sentences that say what is recorded and by whom, generated from the actual settings. */
	recorded: string[];
	/** 0..1; null where no passing score is set: then no score is shown. */
	passingScaled: number | null;
	/** Reviews by peer workers of this very revision. */
	reviewed: { name: string; date: string }[];
	/** No support contacts are set, so this copy is a marked trial. */
	trial: boolean;
	/** There is a private journal to keep reflections in, through `onkeep`. */
	keepsJournal: boolean;
	/**
	 * Where a reflection may be kept on this device: a key that belongs to one LMS, learner, course and module.
	 * Absent where no learner is known, or where there is a journal: then it is not offered.
	 */
	deviceKey?: string | null;
	/** Address of a portrait; never asked for people the module does not have. */
	portraitUrl: (person: string, mood: string) => string;
	/** ISO time. */
	now: () => string;
};

/** Something a learner wrote and chose to keep in their journal. It goes nowhere else. */
export type JournalNote = {
	course: string;
	module: string;
	/** Scene id, or `trying`, `reflection`, `next-shift` for the debrief's own. */
	place: string;
	/** What was asked. */
	prompt: Html;
	text: string;
};
