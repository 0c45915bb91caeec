import { m } from '#lib/paraglide/messages.js';
import type { SaveState } from '#lib/tracking/tracker.ts';

/** What the saved line says: a word or two in the bar, and a sentence where saving is in trouble. */
export type SavedLine = { short: string; long: string | null };

/** The saved line for what became of the last save; nothing before the first one. */
export function savedLine(state: SaveState | null): SavedLine {
	switch (state?.kind) {
		case undefined:
			return { short: '', long: null };
		case 'kept':
			return { short: m.saved(), long: null };
		case 'handed-over':
			return { short: m.saved_handed_over(), long: null };
		case 'not-recorded':
			return { short: m.saved_not_recorded(), long: null };
		case 'waiting':
			return { short: m.saved_waiting(), long: m.saved_waiting_long() };
		case 'failed':
			return { short: m.saved_failed(), long: m.saved_failed_long() };
		case 'conflict':
			return { short: m.saved_waiting(), long: null };
		case 'module-changed':
			return { short: m.saved_waiting(), long: m.module_changed_long() };
		case 'signed-out':
			return { short: m.saved_waiting(), long: m.saved_signed_out_long() };
	}
}
