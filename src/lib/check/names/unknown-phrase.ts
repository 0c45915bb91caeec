import type { Check, NamedModule } from '../check.ts';
import { group } from '../outline.ts';
import { unknownNames } from '../unknown-name.ts';

/** A document marks phrases that are written below it. */
export const unknownPhrase: Check<NamedModule> = {
	code: 'unknown-phrase',
	severity: 'error',
	find: (subject) =>
		unknownNames(subject, {
			kinds: ['phrase'],
			word: 'phrase',
			known: ({ of }, { outline }) => {
				const scene = outline.sceneOf(of ?? '')?.scene ?? {};
				return Object.keys(group(group(scene['reword'])['phrases']));
			}
		})
};
