import { m } from '#lib/paraglide/messages.js';
import type { Person } from '#lib/server/sessions.ts';

/** What somebody may do here, in a word. */
export function roleInWords(role: Person['role']): string {
	return role === 'administrator' ? m.admin_role_administrator() : m.admin_role_learner();
}
