import { settingsSchema, type Settings } from '#lib/course/settings-schema.ts';

/** What the organisation has set, in the order it is shown; `isSet` is false where a default stands in. */
export type SetValue = { key: keyof Settings; value: string; isSet: boolean };

const shown = [
	'organisation-name',
	'peer-role-title',
	'supervisor-title',
	'local-role-description',
	'safety-procedure'
] as const satisfies (keyof Settings)[];

/** The texts of the settings, told apart from the defaults they would have. Lists are shown by themselves. */
export function setValues(settings: Settings): SetValue[] {
	const defaults = settingsSchema.parse({});
	return shown.map((key) => ({ key, value: settings[key], isSet: settings[key] !== defaults[key] }));
}
