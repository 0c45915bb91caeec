import { browserStores } from '#lib/tracking/device-copy.ts';
import { connectCmi5 } from '#lib/tracking/xapi/connect-cmi5.ts';
import { launchKeeper } from '#lib/tracking/xapi/launch-record.ts';
import { parseCmi5Launch } from '#lib/tracking/xapi/launch.ts';
import type { OpenPlace } from '../place.ts';
import { openRecordStore } from './record-store.ts';

/** A module that an LMS of cmi5 has launched. */
export const open: OpenPlace = async (packaged, win, log) => {
	const launch = parseCmi5Launch(win.location.search);
	if (!launch) return null;
	const keeper = launchKeeper(browserStores(win).session, launch.fetch, Date.now());
	const connect = connectCmi5(launch, keeper, win.fetch.bind(win), log);
	return openRecordStore(packaged, win, { profile: 'cmi5', ...launch, id: launch.fetch, keeper, connect }, log);
};
