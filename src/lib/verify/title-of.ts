import { textOf } from './files/text-of.ts';
import type { PackageUnderCheck } from './package-under-check.ts';
import { within } from './xml/parse-xml.ts';

const longest = 300;

/** What a package calls itself: the first title of its manifest, or of its first page; null where there is none. */
export function titleOf({ manifest, files }: PackageUnderCheck): string | null {
	const title = manifest
		? titleIn(within(manifest.root))
		: /<title>([^<]{1,300})/i.exec(textOf(files.get('index.html')))?.[1];
	return (
		title
			?.replaceAll(/[\p{C}\s]+/gu, ' ')
			.trim()
			.slice(0, longest) || null
	);
}

function titleIn(elements: ReturnType<typeof within>): string | undefined {
	// SCORM's own titles hold text; those of metadata and cmi5 hold it in an element per language.
	const organization = elements.find(({ local }) => local === 'organization');
	const own = organization?.children.find(({ local }) => local === 'title');
	const named =
		own ?? elements.find(({ local }) => local === 'title') ?? elements.find(({ local }) => local === 'name');
	return named && (named.text.trim() || within(named).find(({ text }) => text.trim() !== '')?.text);
}
