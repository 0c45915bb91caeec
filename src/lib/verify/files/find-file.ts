/** Where an address within a package leads. */
export type Found =
	| { kind: 'there'; path: string }
	| { kind: 'other-case'; path: string; actual: string }
	| { kind: 'missing'; path: string }
	| { kind: 'outside' };

/**
 * Looks an address of a manifest up among the files: without its query and fragment, percent signs decoded.
 * `outside` is one with a scheme, from the root, with a backslash or climbing out.
 */
export function findFile(files: ReadonlyMap<string, unknown>, address: string): Found {
	const bare = address.replace(/[?#].*$/s, '');
	if (bare === '' || /^[a-z][a-z0-9+.-]*:|^[/\\]|\\/i.test(bare)) return { kind: 'outside' };
	if (files.has(bare)) return { kind: 'there', path: bare };
	const path = decoded(bare).replace(/^(\.\/)+/, '');
	if (path.split('/').includes('..')) return { kind: 'outside' };
	if (files.has(path)) return { kind: 'there', path };
	const folded = path.toLowerCase();
	for (const actual of files.keys()) if (actual.toLowerCase() === folded) return { kind: 'other-case', path, actual };
	return { kind: 'missing', path };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // a percent sign that stands for itself
	}
}
