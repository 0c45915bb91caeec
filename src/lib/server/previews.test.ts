import { describe, expect, it } from 'vitest';
import { createPreviews, type Preview } from './previews.ts';

const minute = 60_000;

function previewOf(fileName: string): Preview {
	return { fileName, zip: new Uint8Array(), files: {}, courseTitle: 'A', standard: 'scorm12', modules: [] };
}

describe('a package that was built to look at', () => {
	it('is found by its token and by no other', () => {
		const previews = createPreviews(() => 0);
		const token = previews.keep(previewOf('a.zip'));
		expect(previews.find(token)?.fileName).toBe('a.zip');
		expect(previews.find(token.slice(0, -1))).toBeUndefined();
		expect(previews.find('')).toBeUndefined();
		expect(previews.find('__proto__')).toBeUndefined();
	});

	it('has a token of at least 128 bits, and never the same twice', () => {
		const previews = createPreviews(() => 0);
		const tokens = Array.from({ length: 50 }, () => previews.keep(previewOf('a.zip')));
		expect(new Set(tokens).size).toBe(50);
		for (const token of tokens) expect(token).toMatch(/^[a-z2-7]{26,}$/);
	});

	it('goes after fifteen minutes in which nobody looked at it, and stays while somebody does', () => {
		let now = 0;
		const previews = createPreviews(() => now);
		const left = previews.keep(previewOf('left.zip'));
		const used = previews.keep(previewOf('used.zip'));
		for (; now < 30 * minute; now += 10 * minute) expect(previews.find(used)).toBeDefined();
		expect(previews.find(left)).toBeUndefined();
		now += 15 * minute;
		expect(previews.find(used)).toBeUndefined();
	});

	it('is one of eight at most: the one longest left alone makes room', () => {
		const previews = createPreviews(() => 0);
		const tokens = Array.from({ length: 8 }, (_, index) => previews.keep(previewOf(`${index}.zip`)));
		previews.find(tokens[0]!);
		previews.keep(previewOf('ninth.zip'));
		expect(tokens.map((token) => previews.find(token) !== undefined)).toEqual([
			...[true, false, true, true, true, true, true, true]
		]);
	});
});
