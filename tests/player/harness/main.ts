import { mount } from 'svelte';
import '#lib/ui/tokens.css';
import '#lib/ui/fonts.css';
import '#lib/ui/base.css';
import { getTextDirection, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { plainHistory } from '#lib/player/place-history.ts';
import type { JournalNote } from '#lib/player/player-context.ts';
import Player from '#lib/player/Player.svelte';
import { memoryTracker } from '#lib/tracking/memory.ts';
import type { Progress, SaveState } from '#lib/tracking/tracker.ts';
import { parseTrial } from './trial.ts';
import { module } from 'virtual:sample';

declare global {
	interface Window {
		/** For browser tests: what was handed to the tracker and the journal, and what the next saves answer. */
		trial: { kept: Progress[]; notes: JournalNote[]; exits: number; answer: SaveState };
	}
}

const trial = parseTrial(new URLSearchParams(location.search).get('trial'));
const tracker = memoryTracker({ saved: trial.saved, answer: () => window.trial.answer });
window.trial = { kept: tracker.kept, notes: [], exits: 0, answer: trial.answer };

overwriteGetLocale(() => trial.locale);
document.documentElement.lang = trial.locale;
document.documentElement.dir = getTextDirection(trial.locale);

const contacts = [
	{ name: 'Amal Haddad, staff support', how: '020 0000 0000, weekdays 8 to 18', outsideLineManagement: true },
	{ name: 'Your team manager', how: 'In the office, or by message', outsideLineManagement: false }
];

mount(Player, {
	target: document.getElementById('player')!,
	props: {
		module,
		saved: trial.saved,
		tracker: trial.closingPage ? { ...tracker, leave: () => Promise.resolve('show-closing-page') } : tracker,
		history: plainHistory(window),
		context: {
			courseTitle: 'Working alongside',
			organisation: 'Harbour Trust',
			supportContacts: trial.contacts === 'twice' ? [...contacts, ...contacts] : trial.contacts ? contacts : [],
			recorded: ['Your organisation sees that you finished, and when.', 'It does not see your choices.'],
			passingScaled: trial.passingScaled,
			reviewed: [],
			trial: !trial.contacts,
			keepsJournal: trial.journal,
			deviceKey: trial.journal ? null : 'trial',
			portraitUrl: (person, mood) => `portraits/${person}.svg#${mood}`,
			now: () => '2026-11-22T10:00:00.000Z'
		},
		onexit: () => (window.trial.exits += 1),
		onkeep: (note: JournalNote) => {
			window.trial.notes.push(note);
			return Promise.resolve(true);
		}
	}
});
