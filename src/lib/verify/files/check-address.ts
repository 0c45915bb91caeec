import { error, quoted, type PackageProblem } from '../problem.ts';
import { findFile } from './find-file.ts';

/** What is wrong with an address that a manifest gives, if anything. @param what it is the address of, e.g. “the launch page” */
export function checkAddress(
	files: ReadonlyMap<string, unknown>,
	address: string,
	where: string,
	what: string
): PackageProblem[] {
	const found = findFile(files, address);
	switch (found.kind) {
		case 'there':
			return [];
		case 'outside':
			return [
				error(
					'address-outside',
					where,
					`The address of ${what}, ${quoted(address)}, leads out of the package.`,
					'Write it from the package’s root: no “http:”, no leading slash, no backslash, no “..”.'
				)
			];
		case 'other-case':
			return [
				error(
					'wrong-case',
					where,
					`The address of ${what} is ${quoted(found.path)}; the file is called ${quoted(found.actual)}.`,
					'Write both alike: most web servers tell upper and lower case apart.'
				)
			];
		case 'missing':
			return [
				error(
					'missing-file',
					where,
					`The file of ${what}, ${quoted(found.path)}, is not in the package.`,
					'Add the file, or take it out of the manifest.'
				)
			];
	}
}
