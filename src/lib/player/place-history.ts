import { OPENING } from './places.ts';

/** Keeps the browser's back button in step with the pages of a module. */
export type PlaceHistory = {
	/** Notes a new place; negative numbers stand for the pages before the story. */
	push(index: number): void;
	/**
	 * Told of each place the browser goes back or forward to; answers false where there is nothing to see on the way
	 * back, and the browser goes on to the place before. Returns the way to stop listening.
	 */
	listen(onplace: (index: number, isBack: boolean) => boolean): () => void;
};

/** An entry of the browser's history: entries further on are younger, also across a reload. */
export type HistoryEntry = { place: number; at: number };

/** The history of a plain page, as in a package. Where a frame forbids it, there is just no browser back. */
export function plainHistory(window: Window): PlaceHistory {
	let at = 0;
	return {
		push(place) {
			at = Math.max(at + 1, Date.now());
			try {
				window.history.pushState({ place, at } satisfies HistoryEntry, '');
			} catch {
				// Sandboxed frames may refuse; the player's own Back still works.
			}
		},
		listen(onplace) {
			const listener = ({ state }: PopStateEvent) => {
				const { place = OPENING, at: then = 0 } = (state ?? {}) as Partial<HistoryEntry>;
				const isBack = then < at;
				at = then;
				if (!onplace(place, isBack)) window.history.back();
			};
			window.addEventListener('popstate', listener);
			return () => window.removeEventListener('popstate', listener);
		}
	};
}
