import { browserStores } from '#lib/tracking/device-copy.ts';
import { browserRetryClock } from '#lib/tracking/retries.ts';
import type { Connect } from '#lib/tracking/xapi/connection.ts';
import { actorKey } from '#lib/tracking/xapi/launch.ts';
import type { LaunchKeeper } from '#lib/tracking/xapi/launch-record.ts';
import { forNextSession, openOutbox } from '#lib/tracking/xapi/outbox.ts';
import type { Json } from '#lib/tracking/xapi/statement.ts';
import { createXapiTracker } from '#lib/tracking/xapi/tracker.ts';
import { newUuid } from '#lib/tracking/xapi/uuid.ts';
import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { deviceCopyFor } from '../device-copy-for.ts';
import type { Opened } from '../place.ts';
import { recordedInStore } from '../recorded/in-store.ts';

/** A launch that leads to a record store. */
export type StoreLaunch = {
	profile: 'cmi5' | 'xapi';
	endpoint: string;
	actor: Json;
	registration: string | null;
	activityId: string;
	/** What tells this launch from every other, and a reload of its page not. */
	id: string;
	keeper: LaunchKeeper;
	connect: Connect;
};

/** Opens the attempt of a launch in its record store. */
export async function openRecordStore(
	packaged: PackagedModule,
	win: Window,
	launch: StoreLaunch,
	log: (call: string, error: string) => void
): Promise<Opened> {
	const { module, passingScaled, doneStatus, interactions } = packaged;
	const { profile, endpoint, registration, activityId, connect, keeper } = launch;
	const actor = actorKey(launch.actor);
	// Another registration is another attempt, also on this device.
	const learner = actor && JSON.stringify([endpoint, registration, actor]);
	const tracker = createXapiTracker({
		module,
		profile,
		connect,
		launch: keeper,
		outbox: openOutbox(browserStores(win), { endpoint, registration, actor, activityId }, launch.id, (drafts) =>
			profile === 'cmi5' ? forNextSession(drafts) : drafts
		),
		copy: deviceCopyFor(module, win, learner),
		passingScaled,
		doneStatus,
		interactions,
		now: () => Date.now(),
		newId: () => newUuid((bytes) => win.crypto.getRandomValues(bytes)),
		clock: browserRetryClock(),
		log
	});
	return {
		tracker,
		place: 'lrs',
		recorded: recordedInStore,
		learner,
		end: tracker.end,
		isEnded: tracker.isEnded,
		isWaiting: tracker.isWaiting,
		sendWaiting: tracker.sendWaiting,
		isForCredit: () => true,
		passingScaled: tracker.passingScaled,
		get returnTo() {
			return tracker.returnUrl();
		}
	};
}
