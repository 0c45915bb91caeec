// `npm run --silent administrator-link`: for when no administrator can sign in any more. Prints a one-time link with which
// a new administrator signs up. Whoever can run this can read the database anyway.
import { join } from 'node:path';
import { openStore } from '#lib/server/db/open.ts';
import { makeInvitation } from '#lib/server/setup-links.ts';
import { placesFrom } from '#lib/server/start.ts';
import { localAddress, networkFrom } from './network.ts';

try {
	const places = placesFrom(join(import.meta.dirname, '../..'), process.env);
	const network = networkFrom(process.env);
	const store = openStore({ file: places.databaseFile, migrations: places.migrations });
	const secret = await makeInvitation(
		{ store, now: () => new Date() },
		{ role: 'administrator', note: 'Made on the server' }
	);
	store.close();
	console.log(`${network.publicUrl ?? localAddress(network)}/sign-up?link=${secret}`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
