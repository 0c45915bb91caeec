import type { Settings } from '#lib/course/settings-schema.ts';
import type { SupportContact } from '#lib/player/player-context.ts';

/** The organisation's support contacts as pages and the player show them. */
export function contactsOf(settings: Settings): SupportContact[] {
	return settings['support-contacts'].map(({ name, how, outside_line_management }) => ({
		name,
		how,
		outsideLineManagement: outside_line_management
	}));
}
