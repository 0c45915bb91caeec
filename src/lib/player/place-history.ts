import { OPENING } from './places.ts';

/** Keeps the browser's back button in step with the pages of a module. */
export type PlaceHistory = {
	/** Notes a new place; negative numbers stand for the pages before the story. */
	push(index: number): void;
	/** Told of each place the browser goes back or forward to. Returns the way to stop listening. */
	listen(onplace: (index: number) => void): () => void;
};

/** The history of a plain page, as in a package. Where a frame forbids it, there is just no browser back. */
export function plainHistory(window: Window): PlaceHistory {
	return {
		push(index) {
			try {
				window.history.pushState({ place: index }, '');
			} catch {
				// Sandboxed frames may refuse; the player's own Back still works.
			}
		},
		listen(onplace) {
			const listener = ({ state }: PopStateEvent) => {
				onplace(placeIn(state));
			};
			window.addEventListener('popstate', listener);
			return () => window.removeEventListener('popstate', listener);
		}
	};
}

function placeIn(state: unknown): number {
	if (typeof state !== 'object' || state === null || !('place' in state)) return OPENING;
	return typeof state.place === 'number' ? state.place : OPENING;
}
