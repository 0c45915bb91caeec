import { childrenOf, within, type XmlElement } from '../xml/parse-xml.ts';

/** Something one can open in a course's outline, or a heading above such. */
export type Item = { element: XmlElement; identifierref: string | null; isLeaf: boolean };

/** What an item leads to: a page and everything it loads. */
export type Resource = {
	element: XmlElement;
	identifier: string;
	href: string | null;
	/** What it says it is; null where the attribute has not the name that LMSs look for. */
	scormType: string | null;
	files: { href: string; line: number }[];
};

/** What the checks ask of a manifest, whichever SCORM it is written in. */
export type ScormManifest = {
	path: string;
	root: XmlElement;
	organizations: XmlElement[];
	/** The identifier of the organisation that counts; null where none is named. */
	defaultOrganization: string | null;
	items: Item[];
	resources: Resource[];
};

/** Picks out of a manifest what the checks ask; whatever is missing is empty. */
export function readManifest(root: XmlElement, path: string): ScormManifest {
	const holder = childrenOf(root, 'organizations')[0];
	const organizations = childrenOf(holder, 'organization');
	return {
		path,
		root,
		organizations,
		defaultOrganization: holder?.attributes['default'] ?? null,
		items: organizations.flatMap(within).flatMap((element) =>
			element.local === 'item'
				? [
						{
							element,
							identifierref: element.attributes['identifierref'] ?? null,
							isLeaf: childrenOf(element, 'item').length === 0
						}
					]
				: []
		),
		resources: childrenOf(childrenOf(root, 'resources')[0], 'resource').map((element) => ({
			element,
			identifier: element.attributes['identifier'] ?? '',
			href: element.attributes['href'] ?? null,
			// The prefix is compared as written: a real Moodle takes the SCO for an asset otherwise.
			scormType: element.attributes['adlcp:scormtype'] ?? element.attributes['adlcp:scormType'] ?? null,
			files: childrenOf(element, 'file').map((file) => ({ href: file.attributes['href'] ?? '', line: file.line }))
		}))
	};
}

/** The pages that an LMS opens, in the course's order, with the arguments that the item adds. */
export function launchAddresses({ items, resources }: ScormManifest): string[] {
	return items.flatMap(({ identifierref, element }) => {
		const href = resources.find(({ identifier }) => identifier === identifierref)?.href;
		if (!href) return [];
		const parameters = (element.attributes['parameters'] ?? '').replace(/^[?&]/, '');
		if (parameters === '' || parameters.startsWith('#')) return [href + parameters];
		return [`${href}${href.includes('?') ? '&' : '?'}${parameters}`];
	});
}
