import { z } from 'zod';

const line = z.string().trim().min(1);

/**
 * What an organisation fills in: `courses/settings.yaml`, one file for all courses, each key with a default.
 * Texts name a slot as `{setting: <key>}`.
 */
export const settingsSchema = z.strictObject({
	'organisation-name': line.default('your organisation'),
	'peer-role-title': line.default('peer worker'),
	'peer-role-title-plural': line.default('peer workers'),
	'supervisor-title': line.default('supervisor'),
	'local-role-description': z
		.string()
		.trim()
		.min(1)
		.default('Your organisation has not yet put its own role description here. Ask where it is kept, and read it.')
		.describe('Markdown'),
	'safety-procedure': z
		.string()
		.trim()
		.min(1)
		.default(
			'Your organisation’s written safety procedure decides what happens now. Ask where it is kept before you need it.'
		)
		.describe('Markdown; interrupts any choice that delays safety'),
	'support-contacts': z
		.array(
			z.strictObject({
				name: line,
				how: line.describe('A telephone number, an address, an opening time'),
				outside_line_management: z.boolean().default(false)
			})
		)
		.default([])
		.describe('At least one outside line management; none set makes every package a marked trial'),
	'policy-links': z.array(z.strictObject({ title: line, url: z.url({ protocol: /^https?$/ }) })).default([]),
	'passing-score': z
		.record(z.string(), z.number().gt(0).max(1))
		.default({})
		.describe('Per module, as `<course>/<module>: 0.6`. Ships empty: modules ask for completion only')
});

export type Settings = z.infer<typeof settingsSchema>;

/** Keys that texts may insert as `{setting: key}`. */
export const insertableSettings = [
	'organisation-name',
	'peer-role-title',
	'peer-role-title-plural',
	'supervisor-title',
	'local-role-description',
	'safety-procedure',
	'support-contacts',
	'policy-links'
] as const satisfies readonly (keyof Settings)[];

/** Slots that hold a block or list and therefore stand in a paragraph of their own. */
export const blockSettings: readonly string[] = [
	'local-role-description',
	'safety-procedure',
	'support-contacts',
	'policy-links'
];
