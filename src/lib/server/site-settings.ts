import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from './app.ts';
import { siteSettings } from './db/schema.ts';

const schema = z.object({
	/** Anybody may make an account, without an invitation. */
	openSignUp: z.boolean().catch(false).default(false),
	/** Anybody may try a course without an account. */
	guests: z.boolean().catch(true).default(true)
});

/** What administrators set for the whole site. */
export type SiteSettings = z.infer<typeof schema>;

/** The site's settings, defaults included; what is stored and not understood counts as not set. */
export async function readSiteSettings(app: App): Promise<SiteSettings> {
	const rows = app.store.db.select().from(siteSettings).all();
	return schema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Changes some of the settings. */
export async function saveSiteSettings(app: App, changes: Partial<SiteSettings>): Promise<SiteSettings> {
	app.store.transact(() => {
		for (const [key, value] of Object.entries(changes)) {
			if (value === undefined) continue;
			app.store.db.delete(siteSettings).where(eq(siteSettings.key, key)).run();
			app.store.db.insert(siteSettings).values({ key, value }).run();
		}
	});
	return readSiteSettings(app);
}
