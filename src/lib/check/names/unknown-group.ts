import type { Check, NamedModule } from '../check.ts';
import { group } from '../outline.ts';
import { unknownNames } from '../unknown-name.ts';

/** The items of a sort fit groups that it has. */
export const unknownGroup: Check<NamedModule> = {
	code: 'unknown-group',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, {
			kinds: ['group'],
			word: 'group',
			known: ({ of }, { outline }) => {
				const scene = outline.sceneOf(of ?? '')?.scene ?? {};
				return Object.keys(group(group(scene['sort'])['into']));
			}
		})
};
