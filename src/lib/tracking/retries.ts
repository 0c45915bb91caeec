/** Time, chance and the signs that trying again may help. */
export type RetryClock = {
	/** Runs something later. Returns the way to call it off. */
	after: (ms: number, run: () => void) => () => void;
	/** Runs something whenever the connection comes back or the page is looked at again. Returns the way to stop. */
	onReturn: (run: () => void) => () => void;
	/** 0..1, so that not everybody comes back at once. */
	chance: () => number;
};

/** When to try again. */
export type Retries = {
	/** In a while, longer each time, and at every return. */
	again: (afterMs: number | null) => void;
	/** At every return only. */
	whenLookedAt: () => void;
	/** No more; the next wait is short again. */
	stop: () => void;
};

const shortestMs = 1_000;
const longestMs = 60_000;

/** Waits of 1, 2, 4 … 60 seconds, each up to half as long again. */
export function createRetries(clock: RetryClock, run: () => void): Retries {
	let failures = 0;
	let callOff: (() => void) | null = null;
	let stopListening: (() => void) | null = null;
	const clear = () => {
		callOff?.();
		callOff = null;
	};
	const listen = () => {
		stopListening ??= clock.onReturn(() => {
			clear();
			run();
		});
	};
	return {
		again(afterMs) {
			clear();
			listen();
			const waitMs = Math.min(longestMs, Math.max(afterMs ?? 0, shortestMs * 2 ** failures));
			failures += 1;
			callOff = clock.after(waitMs * (1 + clock.chance() / 2), run);
		},
		whenLookedAt() {
			clear();
			listen();
		},
		stop() {
			clear();
			stopListening?.();
			stopListening = null;
			failures = 0;
		}
	};
}

/** The clock of a browser's page. */
export function browserRetryClock(): RetryClock {
	return {
		after: (ms, run) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		onReturn: (run) => {
			const whenVisible = () => {
				if (document.visibilityState === 'visible') run();
			};
			addEventListener('online', run);
			addEventListener('focus', run);
			document.addEventListener('visibilitychange', whenVisible);
			return () => {
				removeEventListener('online', run);
				removeEventListener('focus', run);
				document.removeEventListener('visibilitychange', whenVisible);
			};
		},
		chance: () => Math.random()
	};
}
