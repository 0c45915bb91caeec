import { checkAddress } from '../files/check-address.ts';
import { textOf } from '../files/text-of.ts';
import type { PackageUnderCheck } from '../package-under-check.ts';
import type { PackageProblem } from '../problem.ts';

/** A folder for any web server: what its first page leads to and loads is there. */
export function checkWeb({ files }: PackageUnderCheck): PackageProblem[] {
	const page = textOf(files.get('index.html'));
	const addresses = [
		...page.matchAll(/<(?:a|link|script|img)\b[^>]{0,1000}?\s(?:href|src)\s*=\s*["']([^"'#]{1,500})/gi)
	];
	return [...new Set(addresses.map(([, address = '']) => address))]
		.filter((address) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
		.flatMap((address) => checkAddress(files, address, 'index.html', 'something that the first page leads to'));
}
