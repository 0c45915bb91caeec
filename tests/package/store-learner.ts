import { expect, type Page } from '@playwright/test';
import { activityIri } from '#lib/scenario/activity-iri.ts';
import type { LaunchSettings, LaunchedSession } from '#lib/lms/xapi/sessions.ts';
import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import type { LmsHost } from '#lib/verify/run/lms-host.ts';
import type { LrsServer } from './lrs-server.ts';
import { take } from './learner.ts';

/** A learner whom a record store's LMS has launched into a module, in a window of its own. */
export type StoreLearner = { session: LaunchedSession; url: string; play(decisions: Decision[]): Promise<void> };

/** Launches a module as an LMS of cmi5, or a launcher of xAPI packages, does, and waits for its first screen. */
export async function launchIn(
	page: Page,
	places: { host: LmsHost; store: LrsServer; package: string },
	module: PlayModule,
	settings: Partial<LaunchSettings> & { registration: string }
): Promise<StoreLearner> {
	const publisherId = activityIri('module', module.course, module.id);
	const profile = settings.profile ?? 'cmi5';
	const { session, query } = places.store.lrs.launch({
		profile,
		actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-7' } },
		activityId: profile === 'cmi5' ? `https://lms.example/activities/${module.id}` : publisherId,
		publisherId,
		...settings
	});
	const url = `${places.host.url}/${places.package}/${module.id}.html?${query(places.store.base)}`;
	await page.goto(url);
	await expect(page.locator('h1')).toBeVisible();
	return {
		session,
		url,
		play: async (decisions) => {
			for (const decision of decisions) await take(page, module, decision);
		}
	};
}
