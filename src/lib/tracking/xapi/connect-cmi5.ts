import type { Connect } from './connection.ts';
import { fetchToken } from './fetch-token.ts';
import { parseLaunchData } from './launch-data.ts';
import type { Cmi5Launch } from './launch.ts';
import type { LaunchKeeper } from './launch-record.ts';
import { createLrsClient } from './lrs-client.ts';
import { isDone } from './request.ts';

/**
 * Begins a cmi5 session: token, launch data, the learner's preferences. Those are read because an LMS may wait for it; a
 * package holds one language and no sound, so there is nothing in them to follow. Sources: cmi5 8.2, 10.2, 11.
 * @param log told what was refused, never a value
 */
export function connectCmi5(
	launch: Cmi5Launch,
	keeper: LaunchKeeper,
	fetch: typeof globalThis.fetch,
	log: (call: string, error: string) => void
): Connect {
	return async () => {
		const fetched = await fetchToken(fetch, launch.fetch, keeper, log);
		if (typeof fetched === 'string') return fetched;
		const lrs = createLrsClient(fetch, { ...launch, auth: `Basic ${fetched.token}` });
		const [said, preferences] = await Promise.all([
			lrs.getState('LMS.LaunchData'),
			lrs.getProfile('cmi5LearnerPreferences')
		]);
		const data = isDone(said) ? parseLaunchData(said.body) : null;
		if (!data) {
			log('LMS.LaunchData', isDone(said) ? 'unreadable' : `status ${said.status}`);
			return 'again';
		}
		// Most LMSs have no preferences: 404. Without any answer there would be none for a statement either.
		if (preferences.status === 0 || preferences.status >= 500) return 'again';
		return {
			lrs,
			session: {
				profile: 'cmi5',
				actor: launch.actor,
				object: { objectType: 'Activity', id: launch.activityId },
				registration: launch.registration,
				contextTemplate: data.contextTemplate,
				masteryScore: data.masteryScore
			},
			mode: data.mode,
			mustPass: data.moveOn === 'Passed' || data.moveOn === 'CompletedAndPassed',
			returnUrl: data.returnUrl
		};
	};
}
