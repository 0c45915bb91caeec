import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createAvailability, findUnavailable, type SqliteFailure } from './availability.ts';
import { ownFile } from './own-file.ts';
import * as schema from './schema.ts';

/** Drizzle on top of the driver, with our tables. */
export type Db = BetterSQLite3Database<typeof schema>;

/** The database, open. Everything in `server/` takes one of these, mostly inside an `App`. */
export type Store = {
	db: Db;
	/** The driver underneath, for pragmas and backups. */
	client: Database.Database;
	/**
	 * Runs `work` in one transaction that holds the write lock from its beginning, and commits durably. Queries made
	 * on `db` inside it take part. `work` must be synchronous; if it throws, nothing is kept and the error goes on.
	 */
	transact: <T>(work: () => T) => T;
	/**
	 * Tries whether the database can be written. While commits succeed it only takes the lock; after one has failed it
	 * writes something and takes it out again, so that a site nobody uses finds out that all is well again.
	 * @throws what the last commit failed of, or this one
	 */
	probe: () => void;
	close: () => void;
};

/** Which database, and how. */
export type OpenOptions = {
	/** Path of the database file; `:memory:` for a database that lasts as long as the process. */
	file: string;
	/** Folder of drizzle-kit's SQL files. */
	migrations: string;
	/** How long a statement waits for another process's lock. It blocks the whole server, so it is short. */
	busyTimeoutMs?: number;
	/** Called just before each commit; the benchmarks use it to imitate a slow disk. */
	beforeCommit?: () => void;
	/** Told when commits begin to fail, and of what, and with null when one has succeeded again. */
	onAvailability?: (failure: SqliteFailure | null) => void;
};

/**
 * Opens the database and applies the migrations that are missing.
 * @throws Error naming the file when it cannot be opened, written or migrated
 */
export function openStore(options: OpenOptions): Store {
	const file = options.file === ':memory:' ? options.file : resolve(options.file);
	try {
		return open(file, options);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${file}: the database could not be opened: ${why}. Is the folder there, writable and not full?`, {
			cause
		});
	}
}

function open(file: string, options: OpenOptions): Store {
	if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
	const client = new Database(file, { timeout: options.busyTimeoutMs ?? 200 });
	// A commit is on the disk before anybody is told about it: FULL, not the usual NORMAL of WAL.
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
	client.pragma('cache_size = -32000');
	// Every commit of a busy turn touches many pages: move them to the database file less often, in larger lots.
	client.pragma('wal_autocheckpoint = 4000');
	const db = drizzle(client, { schema });
	migrate(db, { migrationsFolder: options.migrations });
	const { beforeCommit } = options;
	const requireOwnFile = ownFile(file);
	const transaction = client.transaction((work: () => unknown) => {
		const value = work();
		beforeCommit?.();
		requireOwnFile();
		return value;
	});
	const availability = createAvailability(client, options.onAvailability ?? (() => undefined));
	const transact = <T>(work: () => T) => availability.watch(() => transaction.immediate(work) as T);
	return {
		db,
		client,
		transact,
		probe: () => {
			transact(() => undefined);
			if (availability.failure() !== null) tryWriting(transact, db);
		},
		close: () => client.close()
	};
}

/** More than the log of an attempt takes, so that the room it needs is there for learners too. */
const probe = { key: 'probe', value: 'x'.repeat(32_000) };

function tryWriting(transact: Store['transact'], db: Db): void {
	const { siteSettings } = schema;
	// It may still be there: the disk may have become full in between.
	transact(() =>
		db.insert(siteSettings).values(probe).onConflictDoUpdate({ target: siteSettings.key, set: probe }).run()
	);
	transact(() => db.delete(siteSettings).where(eq(siteSettings.key, probe.key)).run());
}

/** Makes something (prepared queries, mostly) once per store, at first use. */
export function perStore<T>(make: (store: Store) => T): (store: Store) => T {
	const made = new WeakMap<Store, T>();
	return (store) => {
		const known = made.get(store);
		if (known !== undefined) return known;
		const value = make(store);
		made.set(store, value);
		return value;
	};
}

/** Whether an error says that the database cannot be written (or read) now: locked, read-only, moved, full. Try later. */
export function isStoreUnavailable(error: unknown): boolean {
	return findUnavailable(error) !== null;
}
