import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { HistoryEntry, PlaceHistory } from '#lib/player/place-history.ts';
import { OPENING } from '#lib/player/places.ts';
import { untrack } from 'svelte';

/** The browser's back button through SvelteKit's shallow routing: places are states of one address. */
export function shallowHistory(): PlaceHistory {
	/** Of the entry that is shown; 0 for the one the page came with. */
	let at = 0;
	/** Places on their way into the history: until they are there, the state is one that was left already. */
	let pushing = 0;
	return {
		push(place) {
			at = Math.max(at + 1, Date.now());
			pushing += 1;
			quietAnnouncer();
			void goto('', { state: { place, at } satisfies HistoryEntry, shallow: true }).finally(() => (pushing -= 1));
		},
		listen(onplace) {
			return $effect.root(() => {
				// The browser's history is outside Svelte; SvelteKit shows where it is as a state.
				$effect(() => {
					const { place = OPENING, at: then = 0 } = page.state;
					if (pushing > 0 || then === at) return;
					const isBack = then < at;
					at = then;
					untrack(() => {
						if (!onplace(place, isBack)) window.history.back();
					});
				});
			});
		}
	};
}

/**
 * A new page of the story says itself by its heading, which has the focus: SvelteKit would say the title as well, and
 * go on holding it on the neutral page of somebody who has stepped away.
 */
function quietAnnouncer(): void {
	const announcer = document.getElementById('svelte-announcer');
	announcer?.setAttribute('aria-live', 'off');
	announcer?.setAttribute('hidden', '');
}
