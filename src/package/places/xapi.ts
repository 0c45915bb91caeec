import { activityIri } from '#lib/scenario/activity-iri.ts';
import { connectXapi } from '#lib/tracking/xapi/connect-xapi.ts';
import { launchKeeper } from '#lib/tracking/xapi/launch-record.ts';
import { parseXapiLaunch } from '#lib/tracking/xapi/launch.ts';
import type { OpenPlace } from '../place.ts';
import { openRecordStore } from './record-store.ts';

/** A module of an xAPI package, launched through tincan.xml. There are no sessions: every opening begins anew. */
export const open: OpenPlace = async (packaged, win, log) => {
	const launch = parseXapiLaunch(win.location.search);
	if (!launch) return null;
	const { module } = packaged;
	const now = Date.now();
	return openRecordStore(
		packaged,
		win,
		{
			profile: 'xapi',
			...launch,
			activityId: activityIri('module', module.course, module.id),
			id: String(now),
			keeper: launchKeeper(null, '', now),
			connect: connectXapi(launch, module, win.fetch.bind(win))
		},
		log
	);
};
