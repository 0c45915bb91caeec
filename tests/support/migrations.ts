import { join } from 'node:path';

/** Folder of the real migrations. */
export const migrations = join(import.meta.dirname, '../../src/lib/server/db/migrations');
