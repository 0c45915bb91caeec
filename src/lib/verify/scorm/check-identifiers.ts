import { error, quoted, type PackageProblem } from '../problem.ts';
import { within } from '../xml/parse-xml.ts';
import type { ScormManifest } from './read-manifest.ts';

/** XML's ids, without the letters beyond ASCII that some LMSs cannot keep. */
const legal = /^[A-Za-z_][A-Za-z0-9._-]*$/;

/** Identifiers: legal, each once in the manifest, and every reference leads somewhere. LMSs key what they record on them. */
export function checkIdentifiers(manifest: ScormManifest): PackageProblem[] {
	const { path, root, resources, items } = manifest;
	const problems: PackageProblem[] = [];
	const seen = new Set<string>();
	for (const element of within(root)) {
		const id = element.attributes['identifier'];
		// LOM has elements of this name, never an attribute of it.
		if (id === undefined) continue;
		const where = `${path}:${element.line}`;
		if (!legal.test(id))
			problems.push(
				error(
					'bad-identifier',
					where,
					`The identifier ${quoted(id)} of ${element.local} is not allowed.`,
					'Begin with a letter or “_”; then letters, digits, “.”, “_” and “-” only.'
				)
			);
		if (seen.has(id))
			problems.push(
				error(
					'duplicate-identifier',
					where,
					`The identifier ${quoted(id)} stands in the manifest twice.`,
					'Give each element its own: what is recorded for one would be shown for the other.'
				)
			);
		seen.add(id);
	}
	const known = new Set(resources.map(({ identifier }) => identifier));
	for (const { element, identifierref } of items)
		if (identifierref !== null && !known.has(identifierref))
			problems.push(
				error(
					'unknown-resource',
					`${path}:${element.line}`,
					`An item leads to the resource ${quoted(identifierref)}, which is not there.`,
					`Name one of: ${[...known].slice(0, 10).map(quoted).join(', ') || 'there are none'}.`
				)
			);
	return problems;
}
