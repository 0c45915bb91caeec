import { isScorm2004, type PackageUnderCheck } from '../package-under-check.ts';
import { error, quoted, warning, type PackageProblem } from '../problem.ts';
import { childrenOf, within } from '../xml/parse-xml.ts';
import { launchAddresses, type ScormManifest } from './read-manifest.ts';

const longestTitle = 200;

/**
 * The outline of the course: an organisation that counts, items that lead somewhere, and at least one SCO that LMSs
 * recognise. Source: SCORM 1.2 CAM 2.3.2; 2004 4th Ed. CAM 3.4.1; observed in a real Moodle.
 */
export function checkOutline({ kind }: PackageUnderCheck, manifest: ScormManifest): PackageProblem[] {
	const { path, root, organizations, defaultOrganization, items, resources } = manifest;
	const problems: PackageProblem[] = [];
	const names = organizations.map(({ attributes }) => attributes['identifier'] ?? '');
	if (defaultOrganization === null || !names.includes(defaultOrganization))
		problems.push(
			error(
				'no-default-organization',
				path,
				`The manifest names ${defaultOrganization === null ? 'no organization' : quoted(defaultOrganization)} as its default.`,
				`Name one that is there: ${names.map(quoted).join(', ') || 'there is none'}.`
			)
		);
	if (launchAddresses(manifest).length === 0)
		problems.push(
			error(
				'nothing-to-launch',
				path,
				'No item of the manifest leads to a page: there is nothing an LMS could open.',
				'Give an item an identifierref, and its resource an href.'
			)
		);
	const attribute = isScorm2004(kind) ? 'adlcp:scormType' : 'adlcp:scormtype';
	if (!resources.some(({ scormType }) => scormType === 'sco'))
		problems.push(
			error(
				'no-sco',
				path,
				`No resource is marked ${attribute}="sco", so LMSs show pages and record nothing.`,
				`Mark the page that talks to the LMS with ${attribute}="sco", with this very prefix.`
			)
		);
	for (const { element, identifierref, isLeaf } of items) {
		const where = `${path}:${element.line}`;
		const title = childrenOf(element, 'title')[0]?.text.trim() ?? '';
		if (isLeaf && identifierref === null)
			problems.push(
				error(
					'item-without-page',
					where,
					`The item ${quoted(title)} leads nowhere.`,
					'Give it an identifierref, or take it out.'
				)
			);
		if (!isLeaf && identifierref !== null)
			problems.push(
				error(
					'heading-with-page',
					where,
					`The item ${quoted(title)} holds other items and leads to a page as well.`,
					'Make the page an item of its own.'
				)
			);
		if (title === '' || title.length > longestTitle)
			problems.push(
				warning(
					'bad-title',
					where,
					title === '' ? 'An item has no title.' : `A title has ${title.length} characters.`,
					`Write a title of at most ${longestTitle} characters: it is what learners see in the LMS.`
				)
			);
	}
	const based = within(root).find(({ attributes }) => attributes['xml:base'] !== undefined);
	if (based)
		problems.push(
			warning(
				'xml-base',
				`${path}:${based.line}`,
				'The manifest uses xml:base, which some LMSs ignore.',
				'Write whole addresses instead.'
			)
		);
	return problems;
}
