import type { Check, NamedModule } from '../check.ts';
import { insertableSettings } from '#lib/course/settings-schema.ts';
import { unknownNames } from '../unknown-name.ts';

/** A text can insert only settings that there are. */
export const unknownSetting: Check<NamedModule> = {
	code: 'unknown-setting',
	severity: 'error',
	find: (subject) => unknownNames(subject, { kinds: ['setting'], word: 'setting', known: () => insertableSettings })
};
