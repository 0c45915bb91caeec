import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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
	return {
		db,
		client,
		transact: <T>(work: () => T) => transaction.immediate(work) as T,
		close: () => client.close()
	};
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

const unavailable = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|NOMEM)/;

/** Whether an error says that the database cannot be written (or read) now: locked, read-only, moved, disk full. Try later. */
export function isStoreUnavailable(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string' && unavailable.test(at.code)) return true;
	}
	return false;
}
