import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { heads, moods, skins, type Portrait } from '#lib/course/portrait.ts';
import { drawSprite, isTooDarkForInk, loadSprite } from './portraits.ts';

const deep: Portrait = {
	head: 'cornrows',
	skin: 'deep',
	hair: 'black',
	clothing: 'moss',
	glasses: 'glasses4',
	beard: 'full2'
};
const sevenMoods = ['calm', 'smile', 'serious', 'concerned', 'explaining', 'tired', 'thinking'] as const;

describe('a portrait', () => {
	it('holds every mood asked for as a view of its own, side by side', () => {
		const svg = drawSprite(deep, moods);
		const views = [...svg.matchAll(/<view id="(\w+)" viewBox="(\S+)/g)].map(([, id, x]) => [id, Number(x)]);
		expect(views.map(([id]) => id)).toEqual([...moods].sort());
		expect(new Set(views.map(([, x]) => x)).size).toBe(moods.length);
	});

	it('is the same bytes for the same input, whatever order the moods come in', () => {
		expect(drawSprite(deep, ['tired', 'calm', 'tired'])).toBe(drawSprite(deep, ['calm', 'tired']));
	});

	it('takes at most 8 kB gzipped with seven moods, glasses and a beard', () => {
		expect(gzipSync(drawSprite(deep, sevenMoods)).length).toBeLessThan(8000);
	});

	it('carries no style, script or reference that a content security policy could refuse', () => {
		expect(drawSprite(deep, moods)).not.toMatch(/style|script|https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\(/);
	});

	it('draws lighter lines where ink would not show, and never a lighter skin', () => {
		expect(Object.keys(skins).filter((skin) => isTooDarkForInk({ ...deep, skin: skin as keyof typeof skins }))).toEqual(
			['deep']
		);
		const svg = drawSprite(deep, ['calm']);
		expect(svg).toContain(`fill="#${skins.deep}"`);
		expect(svg).toContain('fill="#f1dccb"');
		expect(drawSprite({ ...deep, skin: 'brown' }, ['calm'])).not.toContain('#f1dccb');
	});

	it('draws every mood with eyes, a nose and a mouth', () => {
		for (const mood of moods) {
			const svg = drawSprite({ head: 'noHair1', skin: 'light', hair: 'black', clothing: 'moss' }, [mood]);
			const face = svg.slice(svg.indexOf('<use'));
			expect(face.split(/[Mm]/).length, mood).toBeGreaterThan(4);
		}
	});

	it.each(heads)('can be drawn with the head %s', (head) => {
		expect(drawSprite({ head, skin: 'tan', hair: 'silver', clothing: 'sky' }, ['calm'])).toMatch(/^<svg.*<\/svg>$/);
	});
});

describe('the cache of portraits', () => {
	let cacheDir = '';
	afterEach(() => rm(cacheDir, { recursive: true, force: true }));

	it('gives back what was drawn before and draws anew what is only half there', async () => {
		cacheDir = await mkdtemp(join(tmpdir(), 'portraits-'));
		const first = await loadSprite({ portrait: deep, moods: ['calm'], cacheDir });
		const [name = ''] = await readdir(cacheDir);
		expect(name).toBe(`portrait-${first.hash}.svg`);
		await writeFile(join(cacheDir, name), '<svg>kept</svg>');
		expect((await loadSprite({ portrait: deep, moods: ['calm'], cacheDir })).svg).toBe('<svg>kept</svg>');
		await writeFile(join(cacheDir, name), '<svg>cut');
		expect((await loadSprite({ portrait: deep, moods: ['calm'], cacheDir })).svg).toBe(first.svg);
		expect(await readFile(join(cacheDir, name), 'utf8')).toBe(first.svg);
	});

	it('is done without where it cannot be written', async () => {
		cacheDir = await mkdtemp(join(tmpdir(), 'portraits-'));
		const noFolder = join(cacheDir, 'a-file');
		await writeFile(noFolder, '');
		const drawn = await loadSprite({ portrait: deep, moods: ['calm'], cacheDir: noFolder });
		expect(drawn.svg).toBe(drawSprite(deep, ['calm']));
	});
});
