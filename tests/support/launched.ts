import type { Decision, PlayModule } from '#lib/scenario/module.ts';
import { earn } from '#lib/scenario/earn.ts';
import { replay } from '#lib/scenario/replay.ts';
import type { Result } from '#lib/scenario/result.ts';
import { createLrs, type Lrs } from '#lib/lms/lrs.ts';
import type { LaunchSettings } from '#lib/lms/xapi/sessions.ts';
import { toLrsRequest } from '#lib/lms/xapi/to-request.ts';
import { copyKeeper } from '#lib/tracking/device-copy.ts';
import { connectCmi5 } from '#lib/tracking/xapi/connect-cmi5.ts';
import { connectXapi } from '#lib/tracking/xapi/connect-xapi.ts';
import { actorKey, parseCmi5Launch, parseXapiLaunch } from '#lib/tracking/xapi/launch.ts';
import { launchKeeper } from '#lib/tracking/xapi/launch-record.ts';
import { forNextSession, openOutbox } from '#lib/tracking/xapi/outbox.ts';
import { createXapiTracker, type XapiTracker } from '#lib/tracking/xapi/tracker.ts';
import type { SavedAttempt, SaveState } from '#lib/tracking/tracker.ts';
import { memoryStorage } from './memory-storage.ts';

/** A learner's device: what lasts over tabs, and what lasts as long as one. */
export type Device = { local: Storage; session: Storage };

/** What a launch in a test may differ in. */
export type TestLaunch = {
	settings?: Partial<LaunchSettings>;
	device?: Device;
	passingScaled?: number | null;
	doneStatus?: 'completed' | 'passed';
	interactions?: boolean;
	/** The page is loaded anew in this launch. */
	again?: string;
};

/** A module that was launched against a store, and a learner in front of it. */
export type Launched = {
	tracker: XapiTracker;
	saved: SavedAttempt | null;
	/** The query it was launched with. */
	search: string;
	/** Takes a decision, as the player does. */
	decide(decision: Decision): Promise<SaveState>;
	/** What was refused, as the console shows it. */
	refusals: string[];
	/** Runs what was to be tried later. */
	tryAgain(): Promise<void>;
	retryInMs(): number | null;
	progress(): { entries: Decision[]; result: Result | null; place: string };
};

/** Whom the tests launch. */
export const learner = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-7' } };
const base = { endpoint: 'https://lms.example/xapi', fetch: 'https://lms.example/fetch' };

/** A store with ids that are UUIDs and count up. */
export function testLrs(): Lrs {
	let count = 0;
	return createLrs({ newId: () => uuid((count += 1)) });
}

/** A device that nobody has used. */
export function newDevice(): Device {
	return { local: memoryStorage(), session: memoryStorage() };
}

/** Launches a module against the store and opens it. Another launch of the same test follows a minute later. */
export async function launched(lrs: Lrs, module: PlayModule, options: TestLaunch = {}): Promise<Launched> {
	const settings: LaunchSettings = {
		profile: 'cmi5',
		actor: learner,
		registration: uuid(900_001),
		activityId: 'https://lms.example/activities/7',
		publisherId: `urn:alongside:module:${module.course}:${module.id}`,
		...options.settings
	};
	const search = options.again ?? lrs.launch(settings).query(base);
	const { local, session } = options.device ?? newDevice();
	const passingScaled = options.passingScaled ?? null;
	const refusals: string[] = [];
	let later: { ms: number; run(): void } | null = null;
	let count = lrs.requests.length * 1000;
	const clockMs = () => Date.UTC(2026, 10, 24, 9, 0, lrs.requests.length);
	const log = (call: string, error: string) => refusals.push(`${call} ${error}`);
	const fetch = fetchOf(lrs);
	const { profile } = settings;
	const cmi5 = parseCmi5Launch(search);
	const xapi = parseXapiLaunch(search);
	if (!xapi) throw new Error('not launched');
	const activityId = profile === 'cmi5' ? settings.activityId : (settings.publisherId ?? '');
	const id = cmi5?.fetch ?? `launch ${lrs.requests.length}`;
	const keeper = launchKeeper(cmi5 ? session : null, id, clockMs());
	const owner = { endpoint: base.endpoint, registration: xapi.registration, actor: actorKey(xapi.actor), activityId };
	const tracker = createXapiTracker({
		module,
		profile,
		connect: cmi5 ? connectCmi5(cmi5, keeper, fetch, log) : connectXapi(xapi, module, fetch),
		launch: keeper,
		outbox: openOutbox({ local, session }, owner, id, (drafts) => (cmi5 ? forNextSession(drafts) : drafts)),
		copy: copyKeeper(
			{ local, session },
			{ lms: owner.endpoint, learner: JSON.stringify(owner), course: 'c', module: 'm' }
		),
		passingScaled,
		doneStatus: options.doneStatus ?? 'completed',
		interactions: options.interactions ?? false,
		now: clockMs,
		newId: () => uuid((count += 1) + 500_000),
		clock: {
			after: (ms, run) => {
				later = { ms, run };
				return () => (later = null);
			},
			onReturn: () => () => undefined,
			chance: () => 0
		},
		log
	});
	const saved = await tracker.open();
	await settled();
	let entries = (saved?.entries ?? []) as Decision[];
	let result = saved?.result ?? null;
	const progress = () => ({ entries, result, place: replay(module, entries).place });
	return {
		tracker,
		saved,
		search,
		refusals,
		progress,
		retryInMs: () => later?.ms ?? null,
		decide: async (decision) => {
			entries = [...entries, decision];
			const now = replay(module, entries);
			const passing = tracker.passingScaled();
			if ((saved?.mode ?? 'normal') === 'normal')
				result = earn(module, now, { at: new Date(clockMs()).toISOString(), passingScaled: passing, before: result });
			return tracker.save(progress());
		},
		tryAgain: async () => {
			const due = later;
			later = null;
			due?.run();
			await settled();
		}
	};
}

/** Lets what was begun come to its end: the store answers at once. */
export async function settled(): Promise<void> {
	for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A UUID that says which one it is. */
export function uuid(number: number): string {
	return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The network between page and store. */
function fetchOf(lrs: Lrs): typeof globalThis.fetch {
	return async (input, init) => {
		const asked = new Request(input instanceof URL ? input.href : input, { ...init, signal: null });
		const request = toLrsRequest(base, {
			url: asked.url,
			method: asked.method,
			headers: asked.headers,
			body: await asked.text()
		});
		if (!request) throw new TypeError(`Nobody is at ${asked.url}`);
		const answer = lrs.answer(request);
		if (!answer) throw new TypeError('Failed to fetch');
		return new Response(answer.status === 204 ? null : answer.body, answer);
	};
}
