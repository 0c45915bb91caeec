import Database from 'better-sqlite3';
import { statSync, type Stats } from 'node:fs';

/**
 * Remembers which file a database was opened as. The function it gives throws where that file is no longer the one at
 * its path: on Linux one that was deleted can still be written, and all of it is gone when the process ends. One look
 * takes some microseconds.
 * @param file its path; `:memory:` is always where it was
 * @throws SqliteError SQLITE_READONLY_DBMOVED, which SQLite itself has for this but does not look for in WAL mode
 */
export function ownFile(file: string): () => void {
	if (file === ':memory:') return () => undefined;
	const opened = identityOf(statSync(file));
	return () => {
		if (identityOf(statSync(file, { throwIfNoEntry: false })) === opened) return;
		const found = 'it was deleted, moved or replaced while the site was running';
		throw new Database.SqliteError(
			`${file} is not the database that was opened: ${found}. Put it back, or start again`,
			'SQLITE_READONLY_DBMOVED'
		);
	};
}

function identityOf(stats: Stats | undefined): string {
	return stats ? `${stats.dev}:${stats.ino}` : 'missing';
}
