import { expect, it } from 'vitest';
import { bringsTooMuch, mostPackageBytes, packageCheckPath } from './body-limit.ts';

const bringing = (bytes: number) => ({ 'content-length': String(bytes) });

it('takes a package where packages are checked, and no more than a form anywhere else', () => {
	expect(bringsTooMuch(packageCheckPath, bringing(mostPackageBytes))).toBe(false);
	expect(bringsTooMuch(`${packageCheckPath}?x`, bringing(mostPackageBytes))).toBe(false);
	expect(bringsTooMuch(packageCheckPath, bringing(mostPackageBytes * 2))).toBe(true);
	expect(bringsTooMuch('/sign-in', bringing(1000))).toBe(false);
	expect(bringsTooMuch('/sign-in', bringing(600 * 1024))).toBe(true);
	expect(bringsTooMuch(`/sign-in?${packageCheckPath}`, bringing(600 * 1024))).toBe(true);
});

it('takes nothing whose size is not said', () => {
	expect(bringsTooMuch(packageCheckPath, { 'transfer-encoding': 'chunked' })).toBe(true);
	expect(bringsTooMuch('/', {})).toBe(false);
});
