import type { Courses } from './courses.ts';
import type { SqliteFailure } from './db/availability.ts';
import { openStore, type OpenOptions, type Store } from './db/open.ts';
import { createCommits, type Commits } from './commits.ts';
import { createLimits, type Limits } from './limits.ts';
import { createPositions, type Positions } from './positions.ts';
import { createPreviews, type Previews } from './previews.ts';
import { loggable } from './web.ts';

/** Everything the server's functions need: made once per process and passed to each of them. */
export type App = {
	store: Store;
	/** What is served now. */
	courses: () => Courses;
	/**
	 * Reads the courses again; the old ones stay until all is read, and where what they share (settings, evidence) has
	 * an error they go on being served as they were, with the new problems told. Rejects where reading fails.
	 */
	reloadCourses: () => Promise<Courses>;
	commits: Commits;
	positions: Positions;
	limits: Limits;
	/** Packages that administrators look at before they take them away. */
	previews: Previews;
	now: () => Date;
	/** Told of every unexpected error, under the id that is shown instead of it. */
	report: (id: string, error: unknown) => void;
	/** Stops taking decisions and closes the database. */
	close: () => void;
};

/** What an app is made from; tests replace the clock and where errors go. */
export type AppOptions = {
	store: OpenOptions;
	loadCourses: () => Promise<Courses>;
	now?: () => Date;
	report?: App['report'];
	/** Where a line for the operator goes; default: standard error. */
	log?: (line: string) => void;
};

/**
 * Opens the store and reads the courses.
 * @throws Error where either cannot be had
 */
export async function createApp(options: AppOptions): Promise<App> {
	const log = options.log ?? ((line) => console.error(line));
	const store = openStore({ ...options.store, onAvailability: (failure) => log(availabilityLine(failure)) });
	let courses = await options.loadCourses();
	const positions = createPositions();
	const now = options.now ?? (() => new Date());
	let reading: Promise<unknown> = Promise.resolve();
	return {
		store,
		courses: () => courses,
		reloadCourses: () => {
			// One reading after the other, so that the last one asked for is the one that stays.
			const read = reading.then(async () => {
				const found = await options.loadCourses();
				courses = found.isShareBroken ? { ...courses, problems: found.problems } : found;
				positions.clear();
				return courses;
			});
			reading = read.catch(() => {}); // told to whoever asked for it
			return read;
		},
		commits: createCommits(store, positions.clear),
		positions,
		limits: createLimits(),
		previews: createPreviews(() => now().getTime()),
		now,
		report: options.report ?? ((id, error) => console.error(`error ${id}: ${loggable(error)}`)),
		close: () => store.close()
	};
}

/** What the log says when the database begins to refuse what is written, and when it takes it again. */
function availabilityLine(failure: SqliteFailure | null): string {
	if (failure === null) return 'database: it can be written again.';
	return `database: it cannot be written (${failure.code}: ${failure.message}). Learners see “not saved yet” until it can.`;
}
