import { activityIri } from '#lib/scenario/activity-iri.ts';
import type { PlayModule } from '#lib/scenario/module.ts';
import type { Connect } from './connection.ts';
import type { XapiLaunch } from './launch.ts';
import { createLrsClient } from './lrs-client.ts';
import type { Json } from './statement.ts';

/**
 * Begins a launch of an xAPI package. Statements are about the activity that tincan.xml names for this module; where the
 * course was launched, it stands beside it as the parent. Source: docs/lms/cmi5-and-xapi.md.
 */
export function connectXapi(launch: XapiLaunch, module: PlayModule, fetch: typeof globalThis.fetch): Connect {
	const activityId = activityIri('module', module.course, module.id);
	const { endpoint, auth, actor, registration } = launch;
	const within = (id: string | null) => (id === null ? undefined : [{ objectType: 'Activity', id }]);
	const parent = launch.activityId === activityId ? undefined : within(launch.activityId);
	const grouping = within(launch.grouping);
	const contextTemplate: Json = {
		...((parent ?? grouping) && { contextActivities: { ...(parent && { parent }), ...(grouping && { grouping }) } }),
		...(launch.platform !== null && { platform: launch.platform })
	};
	return async () => ({
		lrs: createLrsClient(fetch, { endpoint, auth, actor, registration, activityId }),
		session: {
			profile: 'xapi',
			actor,
			object: {
				objectType: 'Activity',
				id: activityId,
				definition: {
					type: 'http://adlnet.gov/expapi/activities/module',
					name: { [module.language]: module.title }
				}
			},
			registration,
			contextTemplate,
			masteryScore: null
		},
		mode: 'normal',
		mustPass: false,
		returnUrl: null
	});
}
