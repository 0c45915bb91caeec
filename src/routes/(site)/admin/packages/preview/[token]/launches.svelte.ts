import { gradebookOf, type Gradebook } from '#lib/lms/gradebook.ts';
import { parseFrameMessage, type Device, type Launch } from '#lib/lms/frame-message.ts';
import type { Stored } from '#lib/lms/memory-lms.ts';
import type { Preset } from '#lib/lms/presets.ts';
import type { RecordedCall } from '#lib/lms/recorded-call.ts';
import type { RunTime } from '#lib/lms/run-time.ts';

/** How a module is opened once more. */
export type Opening = 'again' | 'review' | 'elsewhere' | 'anew';

/** A call, and the launch it was made in. */
export type ListedCall = RecordedCall & { launch: number; number: number };

/** One module as one learner has it: what the LMS and the browser keep between launches, and everything called so far. */
type Attempt = { stored: Stored; device: Device; calls: ListedCall[] };

/** What is asked for. */
export type Wanted = { module: { id: string; isScored: boolean }; lms: Preset; opening: Opening };

const noDevice = (): Device => ({ local: {}, session: {} });
const newAttempt = (): Attempt => ({ stored: {}, device: noDevice(), calls: [] });

/** A frame whose page never says that it has ended is taken away after this long. */
const endsWithinMs = 2_000;

/**
 * The launches of a preview, one at a time: each goes on from what the ones before have left, as in an LMS. Before the
 * next begins, the page in the frame is let go and says what it still has to say.
 */
export function createLaunches(runTime: RunTime) {
	let attempts = $state.raw<Record<string, Attempt>>({});
	let launch = $state.raw<(Launch & { module: string }) | null>(null);
	/** How often the module was opened as one learner. */
	let openings = $state.raw<Record<string, number>>({});
	let hasBegun = false;
	let ended: (() => void) | null = null;

	const attemptOf = (module: string): Attempt => attempts[module] ?? newAttempt();
	const change = (module: string, changes: Partial<Attempt>) => {
		attempts = { ...attempts, [module]: { ...attemptOf(module), ...changes } };
	};

	/** Lets the page in the frame go, and waits until it has said so. */
	async function end(frame: HTMLIFrameElement | null): Promise<void> {
		if (!frame || !hasBegun) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		await new Promise<void>((resolve) => {
			ended = resolve;
			timer = setTimeout(resolve, endsWithinMs);
			frame.src = 'about:blank';
		});
		clearTimeout(timer);
		ended = null;
	}

	return {
		/** What plays now; null before the first launch. */
		get launch() {
			return launch;
		},
		callsOf: (module: string): readonly ListedCall[] => attemptOf(module).calls,
		/** Null where there is no LMS to show anything. */
		gradebookOf: (module: string): Gradebook | null =>
			runTime === 'device' ? null : gradebookOf(runTime, attemptOf(module).stored),
		hasBegun: (module: string): boolean => Object.hasOwn(attempts, module),

		/** @param frame the one that shows the launch before */
		open: async ({ module, lms, opening }: Wanted, frame: HTMLIFrameElement | null): Promise<void> => {
			await end(frame);
			const isAnew = opening === 'anew';
			openings = { ...openings, [module.id]: isAnew ? 1 : (openings[module.id] ?? 0) + 1 };
			if (isAnew) attempts = { ...attempts, [module.id]: newAttempt() };
			if (opening === 'elsewhere') change(module.id, { device: noDevice() });
			change(module.id, {});
			const { stored, device } = attemptOf(module.id);
			hasBegun = false;
			launch = {
				key: newKey(),
				module: module.id,
				runTime,
				lms,
				mode: opening === 'review' ? 'review' : 'normal',
				isScored: module.isScored,
				stored,
				device
			};
		},

		/** Takes what the frame says; anything else is passed over. */
		hear: (event: MessageEvent, frame: HTMLIFrameElement | null): void => {
			// A page that goes away is no sender any more by the time it is heard.
			if (!launch || (event.source !== null && event.source !== frame?.contentWindow)) return;
			const message = parseFrameMessage(event.data);
			if (message?.launch !== launch.key) return;
			const { module } = launch;
			switch (message.kind) {
				case 'begun':
					hasBegun = true;
					break;
				case 'call': {
					const { calls } = attemptOf(module);
					change(module, {
						calls: [...calls, { ...message.call, launch: openings[module] ?? 0, number: calls.length + 1 }]
					});
					break;
				}
				case 'stored':
					change(module, { stored: message.stored });
					break;
				case 'device':
					change(module, { device: message.device });
					break;
				case 'ended':
					hasBegun = false;
					ended?.();
					break;
			}
		}
	};
}

/** 128 bits; `randomUUID` is there under https only. */
function newKey(): string {
	return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}
