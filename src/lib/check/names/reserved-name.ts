import type { Check, NamedModule } from '../check.ts';
import type { Outline } from '../outline.ts';
import { group } from '../outline.ts';
import type { Path } from '#lib/course/yaml-source.ts';

/** Names that the machinery keeps for itself cannot be ids. */
export const reservedName: Check<NamedModule> = {
	code: 'reserved-name',
	severity: 'error',
	find: ({ outline }) =>
		namesGiven(outline).flatMap(({ name, path, isMeter, isOption }) =>
			// `keep` is the answer that leaves a phrase as it stands.
			isReserved(name) || (isMeter && CONDITION_WORDS.includes(name)) || (isOption && name === 'keep')
				? [
						{
							path,
							what: 'key' as const,
							message: `“${name}” is kept for the machinery.`,
							hint: 'Choose another name; add a word, for example.'
						}
					]
				: []
		)
};

/** What every JavaScript object has, and the events XState sends itself. Source: xstate 5, `packages/core/src/constants.ts`. */
const RESERVED = ['__proto__', 'constructor', 'prototype', 'xstate', '*'];
const RESERVED_BEGINNING = /^(xstate|done|error|after|choose|aside)[.:]/;
const CONDITION_WORDS = ['and', 'or', 'not', 'chose', 'visited', 'score', 'is'];

type Given = { name: string; path: Path; isMeter?: boolean; isOption?: boolean };

/** Whether a name is one of these: no id of anything can be. */
export function isReserved(name: string): boolean {
	return RESERVED.includes(name) || RESERVED_BEGINNING.test(name);
}

function namesGiven({ definitions, scenes }: Outline): Given[] {
	const within = scenes.flatMap(({ path, scene, choices }): Given[] => {
		const phrases = Object.entries(group(group(scene['reword'])['phrases']));
		return [
			...choices.map((name) => ({ name, path: [...path, 'choices', name] })),
			...['into', 'items'].flatMap((part) =>
				Object.keys(group(group(scene['sort'])[part])).map((name) => ({
					name,
					path: [...path, 'sort', part, name]
				}))
			),
			...phrases.flatMap(([phrase, value]) =>
				Object.keys(group(group(value)['options'])).map((name) => ({
					name,
					path: [...path, 'reword', 'phrases', phrase, 'options', name],
					isOption: true
				}))
			)
		];
	});
	return [...definitions.map(({ kind, name, path }) => ({ name, path, isMeter: kind === 'meter' })), ...within];
}
