import { isAbsolute, join } from 'node:path';
import { createApp, type App } from './app.ts';
import { loadCourses } from './load-courses.ts';
import { sweepSessions } from './sessions.ts';

/** Where things are, from the environment; paths are taken from the project's folder. */
export type Places = {
	dataDir: string;
	databaseFile: string;
	coursesDir: string;
	cacheDir: string;
	migrations: string;
};

/**
 * @param root the project's folder
 * @param env `ALONGSIDE_DATA` (default `.alongside`) and `ALONGSIDE_COURSES` (default `courses`)
 */
export function placesFrom(root: string, env: Record<string, string | undefined>): Places {
	const under = (path: string) => (isAbsolute(path) ? path : join(root, path));
	const dataDir = under(env.ALONGSIDE_DATA || '.alongside');
	return {
		dataDir,
		databaseFile: join(dataDir, 'alongside.db'),
		cacheDir: join(dataDir, 'cache'),
		coursesDir: under(env.ALONGSIDE_COURSES || 'courses'),
		migrations: join(root, 'src/lib/server/db/migrations')
	};
}

const oneDayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the database, reads the courses and begins the daily clean-up.
 * @throws Error where the database cannot be opened; courses with mistakes are left out and reported instead
 */
export async function startApp(options: { root: string; env: Record<string, string | undefined> }): Promise<App> {
	const places = placesFrom(options.root, options.env);
	const app = await createApp({
		store: { file: places.databaseFile, migrations: places.migrations },
		loadCourses: () => loadCourses(places)
	});
	const sweep = () => sweepSessions(app.store, app.now()).catch((error: unknown) => app.report('sweep', error));
	await sweep();
	setInterval(() => void sweep(), oneDayMs).unref();
	return app;
}
