import type Database from 'better-sqlite3';

/** Whether the database takes what is written, by what became of the last commit. */
export type Availability = {
	/** Runs a transaction and notes what becomes of it: its value is given back, its error goes on. */
	watch: <T>(transaction: () => T) => T;
	/** What the last commit failed of; null while commits succeed. */
	failure: () => SqliteFailure | null;
};

/** An error of the driver, with SQLite's name for it, such as `SQLITE_FULL`. */
export type SqliteFailure = Error & { code: string };

/**
 * Watches the transactions of one database. One that wrote nothing says nothing about whether writing succeeds.
 * @param told called when a commit fails, and with null when one has succeeded again; not for each failure in a row
 */
export function createAvailability(
	client: Database.Database,
	told: (failure: SqliteFailure | null) => void
): Availability {
	const changesSoFar = client.prepare('select total_changes()').pluck();
	let failure: SqliteFailure | null = null;
	const become = (next: SqliteFailure | null) => {
		const isNews = (failure === null) !== (next === null);
		failure = next;
		if (isNews) told(next);
	};
	return {
		failure: () => failure,
		watch: (transaction) => {
			// Inside another transaction nothing is committed yet.
			if (client.inTransaction) return transaction();
			const before = failure === null ? null : changesSoFar.get();
			try {
				const value = transaction();
				if (before !== null && changesSoFar.get() !== before) become(null);
				return value;
			} catch (error) {
				const found = findUnavailable(error);
				if (found) become(found);
				throw error;
			}
		}
	};
}

const unavailable = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|NOMEM)/;

/** The driver's error, in an error or behind it, that says the database cannot be used now; null where there is none. */
export function findUnavailable(error: unknown): SqliteFailure | null {
	for (let at = error; at instanceof Error; at = at.cause)
		if ('code' in at && typeof at.code === 'string' && unavailable.test(at.code)) return at as SqliteFailure;
	return null;
}
