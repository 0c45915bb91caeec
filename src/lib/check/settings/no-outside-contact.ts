import type { Check, CheckedShared } from '../check.ts';

/** Who needs support can turn to somebody outside their line management. */
export const noOutsideContact: Check<CheckedShared> = {
	code: 'no-outside-contact',
	severity: 'warning',
	find: ({ shared }) => {
		const contacts = shared.settings['support-contacts'];
		if (contacts.some((contact) => contact.outside_line_management)) return [];
		return [
			{
				path: ['support-contacts'],
				what: 'key' as const,
				message:
					contacts.length === 0
						? 'No support contacts are set.'
						: 'None of the support contacts is outside line management.',
				hint: 'Add one with “outside_line_management: true”; without contacts every package is a marked trial.'
			}
		];
	}
};
