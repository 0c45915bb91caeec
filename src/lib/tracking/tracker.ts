import type { Entry } from '#lib/scenario/module.ts';
import type { Result } from '#lib/scenario/result.ts';

/** What a tracker gives back when a module is opened. */
export type SavedAttempt = {
	/** The log as far as it can be trusted; empty where nothing is kept. */
	entries: Entry[];
	/** What was earned before: a fact, never taken away. */
	result: Result | null;
	/** In `review` and `browse` nothing is recorded. */
	mode: 'normal' | 'review' | 'browse';
	/** Something the learner has to be told in one line about what came back. */
	notice: Notice | null;
};

/**
 * `damaged`: part of the saved text could not be read; the rest stands. `lost`: the place kept less than this device did,
 * which is used instead. `other-module`: what was kept belongs to another module and is left alone.
 * `changed`: the module was edited since; the story goes on at the nearest place.
 */
export type Notice = 'damaged' | 'lost' | 'other-module' | 'changed';

/** Everything there is to keep after a decision. */
export type Progress = {
	/** The whole append-only log, oldest first. */
	entries: Entry[];
	/** What has been earned so far; null until an ending was reached. */
	result: Result | null;
	/** Scene id of the place one would resume at. */
	place: string;
};

/** What became of a save. The player turns it into the one saved line. */
export type SaveState =
	| { kind: 'kept' }
	/** An LMS said "true"; whether it kept it shows at the next launch. */
	| { kind: 'handed-over' }
	/** Not saved yet; it is on the device and will be sent again. */
	| { kind: 'waiting' }
	/** Neither saved nor kept on the device: said plainly. */
	| { kind: 'failed' }
	/** Preview, review or no LMS: nothing is recorded. */
	| { kind: 'not-recorded' }
	/** Another tab or device has gone another way; its log, for the learner to choose between. */
	| { kind: 'conflict'; entries: Entry[] }
	/** The module was edited on the server since this page was loaded; reload to go on. */
	| { kind: 'module-changed' }
	/** Signed out, or signed in as somebody else; sign in to send what waits. */
	| { kind: 'signed-out' };

/** Where an attempt is kept. One file per place: our server, SCORM 1.2, memory. */
export type Tracker = {
	/** What there is to resume; null where nothing was kept. Rejects only where going on makes no sense. */
	open(): Promise<SavedAttempt | null>;
	/** Keeps the progress. Never rejects and never throws away what it could not keep. */
	save(progress: Progress): Promise<SaveState>;
	/** After a conflict: the learner kept the other log (`theirs`) or this one (`ours`), which is then written as a rewind. */
	settle?(keep: 'ours' | 'theirs', progress: Progress): Promise<SaveState>;
	/** The page is going away: best effort, one call, safe to repeat. */
	close(progress: Progress): void;
	/** The learner leaves by the button: finish the sitting. Resolves to what the page should do next. */
	leave?(progress: Progress): Promise<'close-window' | 'show-closing-page'>;
	/** Told whenever what waited was sent later, or failed later. Returns the way to stop listening. */
	onLaterSave?(listener: (state: SaveState) => void): () => void;
};
