import { didYouMean, listed } from '#lib/course/suggest.ts';
import type { Finding, NamedModule } from './check.ts';
import type { Reference, ReferenceKind } from './references.ts';

/** How to tell of a name that nothing has. */
export type UnknownName = {
	/** Which references to look at. */
	kinds: readonly ReferenceKind[];
	/** The word for what is missing, with its article-free name: “scene”, “choice”. */
	word: string;
	/** The names there are, for one reference; null where the reference cannot be judged. */
	known: (reference: Reference, subject: NamedModule) => readonly string[] | null;
	/** What to do where no known name is near. */
	otherwise?: (reference: Reference) => string;
};

/** References of some kinds whose name nothing has, each with the name that was probably meant. */
export function unknownNames(subject: NamedModule, { kinds, word, known, otherwise }: UnknownName): Finding[] {
	const sets = new WeakMap<readonly string[], Set<string>>();
	const has = (names: readonly string[], name: string) => {
		const set = sets.get(names) ?? new Set(names);
		sets.set(names, set);
		return set.has(name);
	};
	return subject.references.flatMap((reference): Finding[] => {
		if (!kinds.includes(reference.kind)) return [];
		const names = known(reference, subject);
		if (names === null || has(names, reference.name)) return [];
		const of = reference.of === undefined ? '' : ` of “${reference.of}”`;
		return [
			{
				path: reference.path,
				what: reference.isKey ? 'key' : 'value',
				message: `No ${word}${of} is called “${reference.name}”.`,
				hint: didYouMean(reference.name, names, otherwise?.(reference) ?? `There is: ${listed(names)}.`)
			}
		];
	});
}
