import { createAvatar, type Style } from '@dicebear/core';
import * as openPeeps from '@dicebear/open-peeps';
import { optimize } from 'svgo';
import { clothings, hairs, skins, type Portrait } from '#lib/course/portrait.ts';
import type { PeepsFace } from './portrait-faces.ts';

/** One filled outline, at its place on open-peeps' canvas of 704 units; `edge` is the colour of a thin line around it. */
export type Shape = { fill: string; d: string; edge?: string };

/** What of a person stays the same in every mood; the face goes between. */
export type Parts = { behind: Shape[]; beard: Shape[]; glasses: Shape[] };

/** The ink of open-peeps' lines, as svgo writes it. */
export const ink = '#000';

/**
 * Takes a portrait apart into shapes.
 * @returns body and head, beard, glasses, in drawing order; paths absolute, whole units
 * @throws Error when the drawing has something else than filled paths: another version of the style
 */
export function partsOf(portrait: Portrait): Parts {
	// The style draws body, head, face, beard, glasses in that order, and nothing for what is left out; so what each
	// part adds shows by leaving the later ones out.
	const all = shapesOf(portrait, null);
	const bearded = shapesOf({ ...portrait, glasses: undefined }, null);
	const behind = shapesOf({ ...portrait, glasses: undefined, beard: undefined }, null);
	return { behind, beard: bearded.slice(behind.length), glasses: all.slice(bearded.length) };
}

/**
 * The shapes of one of the style's faces; they are the same on everybody.
 * @throws Error as `partsOf`
 */
export function faceShapes(face: PeepsFace): Shape[] {
	const known = drawnFaces.get(face);
	if (known) return known;
	const anyone: Portrait = { head: 'noHair1', skin: 'light', hair: 'black', clothing: 'moss' };
	const shapes = shapesOf(anyone, face).slice(shapesOf(anyone, null).length);
	drawnFaces.set(face, shapes);
	return shapes;
}

/** Faces never change, and a course asks for the same few again and again. */
const drawnFaces = new Map<PeepsFace, Shape[]>();

function shapesOf(portrait: Portrait, face: PeepsFace | null): Shape[] {
	const svg = createAvatar(openPeeps as unknown as Style<openPeeps.Options>, {
		seed: 'alongside',
		head: [portrait.head],
		face: face ? [face] : [],
		skinColor: [skins[portrait.skin]],
		clothingColor: [clothings[portrait.clothing]],
		headContrastColor: [hairs[portrait.hair]],
		facialHair: portrait.beard ? [portrait.beard] : [],
		facialHairProbability: portrait.beard ? 100 : 0,
		accessories: portrait.glasses ? [portrait.glasses] : [],
		accessoriesProbability: portrait.glasses ? 100 : 0,
		maskProbability: 0
	}).toString();
	// The mask only rounds the canvas, and would keep svgo from moving shapes out of their groups.
	const unmasked = svg.replace(/<mask.*?<\/mask>/s, '').replace(/ mask="[^"]*"/g, '');
	const drawn = optimize(unmasked, {
		multipass: true,
		floatPrecision: 0,
		plugins: [
			'removeMetadata',
			'convertShapeToPath',
			'moveGroupAttrsToElems',
			'convertColors',
			'collapseGroups',
			'removeEmptyContainers',
			{ name: 'convertPathData', params: { forceAbsolutePath: true, floatPrecision: 0, makeArcs: false } }
		]
	} as unknown as Parameters<typeof optimize>[1]).data;
	const shapes = [...drawn.matchAll(/<path([^>]*)>/g)].map(([, attributes = '']) => ({
		fill: /fill="([^"]*)"/.exec(attributes)?.[1] ?? ink,
		d: /\bd="([^"]*)"/.exec(attributes)?.[1] ?? ''
	}));
	if (!shapes.length || /transform=|<(rect|circle|ellipse|use|linearGradient)/.test(drawn))
		throw new Error(`open-peeps drew "${portrait.head}" with more than filled paths; portraits.ts expects its 9.4.3`);
	return shapes;
}
