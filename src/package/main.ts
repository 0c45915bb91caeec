import { mount, unmount } from 'svelte';
import '#lib/ui/tokens.css';
import '#lib/ui/base.css';
import { m } from '#lib/paraglide/messages.js';
import { plainHistory } from '#lib/player/place-history.ts';
import Player from '#lib/player/Player.svelte';
import type { PlayerContext } from '#lib/player/player-context.ts';
import { applyReaderSettings, loadReaderSettings } from '#lib/ui/reader.ts';
import Closed from './Closed.svelte';
import { allowLoading } from './load-script.ts';
import { findPlace } from './find-place.ts';
import type { Opened } from './place.ts';
import { openUntracked } from './untracked.ts';
import type { PackagedModule } from '#lib/scenario/packaged-module.ts';
import { readPackagedModule } from './packaged-module.ts';

// The stand-alone player: plays the module of the page it stands in, wherever that page was opened.
allowLoading();
const target = document.getElementById('player') ?? document.body;
applyReaderSettings(document.documentElement, loadReaderSettings());
start().catch((error: unknown) => {
	target.textContent = m.package_broken({ detail: error instanceof Error ? error.message : String(error) });
});

async function start(): Promise<void> {
	const menu = document.getElementById('menu')?.textContent;
	if (menu) return (await import('./menu/menu.ts')).showMenu(target, menu);
	const packaged = readPackagedModule(document);
	const open = await findPlace(packaged.standard);
	const opened =
		(await open(packaged, window, (call, error) => {
			// The console is where an LMS administrator looks; a refused call is no fault of the learner's.
			console.warn(`The LMS refused ${call} with error ${error}`); // eslint-disable-line no-console
		})) ?? openUntracked(packaged, window);
	// Before the player's own listeners, so that ending the launch is the one call made when the page goes away.
	window.addEventListener('pagehide', opened.end, { capture: true });
	window.addEventListener('pageshow', ({ persisted }) => {
		// Back out of the browser's cache after the launch was ended: only a new launch can save.
		if (persisted && opened.isEnded()) window.location.reload();
	});
	const saved = await opened.tracker.open();
	const player = mount(Player, {
		target,
		props: {
			module: packaged.module,
			saved,
			tracker: opened.tracker,
			context: contextFor(packaged, opened, saved?.mode ?? 'normal'),
			history: plainHistory(window),
			onexit: () => void close()
		}
	});
	window.addEventListener('online', opened.sendWaiting);

	async function close(): Promise<void> {
		await unmount(player);
		target.replaceChildren();
		mount(Closed, { target, props: { kept: opened.place !== 'none' && !opened.isWaiting() } });
		target.querySelector('h1')?.focus();
		if (opened.returnTo !== null) window.location.assign(opened.returnTo);
		// A frame belongs to the LMS; a window of its own may go.
		else if (window.parent === window) window.close();
	}
}

function contextFor(packaged: PackagedModule, opened: Opened, mode: 'normal' | 'review' | 'browse'): PlayerContext {
	const { module, portraits, organisation, interactions } = packaged;
	const passingScaled = opened.passingScaled ? opened.passingScaled() : packaged.passingScaled;
	const learnerKnown = opened.learner !== '';
	return {
		courseTitle: packaged.courseTitle,
		organisation,
		supportContacts: packaged.supportContacts,
		recorded: opened.recorded({
			organisation,
			mode,
			isForCredit: opened.isForCredit(),
			learnerKnown,
			isWaiting: opened.isWaiting(),
			passingScaled,
			interactions
		}),
		passingScaled,
		reviewed: packaged.reviewed,
		trial: packaged.supportContacts.length === 0,
		keepsJournal: false,
		deviceKey: learnerKnown
			? [window.location.origin, opened.learner, module.course, module.id].map(encodeURIComponent).join('/')
			: null,
		portraitUrl: (person, mood) => `${portraits[person] ?? ''}#${mood}`,
		now: () => new Date().toISOString()
	};
}
