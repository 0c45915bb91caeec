import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { PlaceHistory } from '#lib/player/place-history.ts';
import { OPENING } from '#lib/player/places.ts';
import { untrack } from 'svelte';

/** The browser's back button through SvelteKit's shallow routing: places are states of one address. */
export function shallowHistory(): PlaceHistory {
	let shown = OPENING;
	/** Places on their way into the history: until they are there, the state is one that was left already. */
	let pushing = 0;
	return {
		push(place) {
			shown = place;
			pushing += 1;
			quietAnnouncer();
			void goto('', { state: { place }, shallow: true }).finally(() => (pushing -= 1));
		},
		listen(onplace) {
			return $effect.root(() => {
				// The browser's history is outside Svelte; SvelteKit shows where it is as a state.
				$effect(() => {
					const place = page.state.place ?? OPENING;
					if (pushing > 0 || place === shown) return;
					shown = place;
					untrack(() => onplace(place));
				});
			});
		}
	};
}

/** A new page of the story says itself by its heading, which has the focus: SvelteKit would say the title as well. */
function quietAnnouncer(): void {
	document.getElementById('svelte-announcer')?.setAttribute('aria-live', 'off');
}
