import { optimize } from 'svgo';
import { hairs, skins, type Mood, type Portrait } from '#lib/course/portrait.ts';
import { keptHash, keptOrMade } from './kept.ts';
import { faceOfMood, openMouths } from './portrait-faces.ts';
import { faceShapes, ink, partsOf, type Shape } from './portrait-parts.ts';

/** Goes up whenever the same portrait would be drawn differently, so that cached drawings are drawn anew. */
const drawingVersion = 1;

/** The light plate behind everyone, in both themes. Part of the picture, so that forced colours cannot take it away. */
const plate = '#e6efe9';

/** Lines of a face that is too dark for ink. The skin stays as it is. */
const lightLines = '#f1dccb';
/** The inside of an open mouth there. */
const darkMouth = '#1d110c';

/** Heads whose hair takes the portrait's hair colour, and the beard with it; the style draws all others in ink. */
const colouredHair: readonly Portrait['head'][] = [
	'bangs',
	'cornrows',
	'grayBun',
	'grayMedium',
	'grayShort',
	'mediumBangs2',
	'mohawk',
	'noHair3',
	'short4'
];

/** Distance between the moods in a sprite; wider than anyone's shoulders. */
const stride = 1000;

/** What is shown of open-peeps' canvas: head and shoulders, filling a circle or rounded square of 104 px. */
const crop = { x: 45, y: 0, size: 640 };
/** Hair and hats that are taller or wider than the crop. */
const roomierCrop = { x: 5, y: -36, size: 700 };
const roomyHeads: readonly Portrait['head'][] = [
	'bun',
	'bun2',
	'flatTopLong',
	'hatHip',
	'longAfro',
	'longCurly',
	'cornrows2',
	'buns'
];

/**
 * Draws one person as one SVG: every mood side by side, each addressed as `<img src="sprite.svg#mood">`.
 * The moods are `<view>`s. Unlike `:target` rules they need no style sheet, which a strict content security policy may
 * refuse; unlike `<use href="sprite.svg#…">` they work from a file, in a sandboxed frame and across origins; and as
 * images they keep their colours in forced-colours mode. A fragment nobody knows shows the first mood.
 * @param portrait who it is
 * @param moods which moods are wanted, in any order; `calm` where none is
 * @returns the SVG's text; the same input gives the same bytes
 */
export function drawSprite(portrait: Portrait, moods: Iterable<Mood>): string {
	const wanted = [...new Set(moods)].sort();
	if (!wanted.length) wanted.push('calm');
	const frame = roomyHeads.includes(portrait.head) ? roomierCrop : crop;
	const tooDark = isTooDarkForInk(portrait);
	const { behind, beard, glasses } = partsOf(portrait);
	const beardColour = colouredHair.includes(portrait.head) ? `#${hairs[portrait.hair]}` : ink;
	const front = [...withInk(beard, beardColour), ...withInk(glasses, tooDark ? lightLines : ink)];
	const cells = wanted.map((mood, index) => {
		const across = index * stride;
		const face = minify(tooDark ? lightened(mood) : faceOf(mood));
		const moved = across ? ` x="${across}"` : '';
		return (
			`<use${moved} href="#b"/>` +
			(across ? `<g transform="translate(${across})">${face}</g>` : face) +
			(front.length ? `<use${moved} href="#f"/>` : '')
		);
	});
	const views = wanted.map(
		(mood, index) => `<view id="${mood}" viewBox="${frame.x + index * stride} ${frame.y} ${frame.size} ${frame.size}"/>`
	);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="208" height="208" viewBox="${frame.x} ${frame.y} ${frame.size} ${frame.size}" fill-rule="evenodd">` +
		views.join('') +
		`<defs><g id="b">${minify(behind)}</g>${front.length ? `<g id="f">${minify(front)}</g>` : ''}</defs>` +
		`<path fill="${plate}" d="M-99-99h${wanted.length * stride + 99}v999H-99z"/>` +
		cells.join('') +
		'</svg>'
	);
}

/**
 * The sprite of one person, from the cache where it was drawn before.
 * @param options.cacheDir where drawings are kept, named by a hash of what they show; null draws every time
 * @returns the SVG's text and a file name that is its content's: the same picture, the same name
 */
export async function loadSprite(options: {
	portrait: Portrait;
	moods: Iterable<Mood>;
	cacheDir: string | null;
}): Promise<{ svg: string; hash: string }> {
	const moods = [...new Set(options.moods)].sort();
	const { head, skin, hair, clothing, glasses, beard } = options.portrait;
	const hash = keptHash([drawingVersion, head, skin, hair, clothing, glasses ?? '', beard ?? '', moods]);
	const svg = await keptOrMade({
		cacheDir: options.cacheDir,
		name: `portrait-${hash}.svg`,
		isWhole: (text) => text.endsWith('</svg>'),
		make: () => drawSprite(options.portrait, moods)
	});
	return { svg, hash };
}

/** Whether ink on this skin would have less than 3 : 1 contrast (WCAG 2.2, relative luminance). */
export function isTooDarkForInk(portrait: Portrait): boolean {
	const luminance = [0, 2, 4]
		.map((at) => Number.parseInt(skins[portrait.skin].slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
		.reduce((sum, c, index) => sum + c * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
	return (luminance + 0.05) / 0.05 < 3;
}

/** Eyes and brows of one face, nose and mouth of another, by where their outlines start; the laugh's tears stay out. */
function faceOf(mood: Mood): Shape[] {
	return [...eyesOf(mood), ...noseOf(mood), ...mouthOf(mood)].filter(({ d }) => d);
}

function lightened(mood: Mood): Shape[] {
	const mouth = openMouths.includes(faceOfMood[mood].mouth)
		? mouthOf(mood).map((shape) => (shape.fill === ink ? { ...shape, fill: darkMouth, edge: lightLines } : shape))
		: withInk(mouthOf(mood), lightLines);
	return [...withInk([...eyesOf(mood), ...noseOf(mood)], lightLines), ...mouth].filter(({ d }) => d);
}

function eyesOf(mood: Mood): Shape[] {
	return faceShapes(faceOfMood[mood].eyes).map((shape) => only(shape, (_x, y) => y < 383));
}

function noseOf(mood: Mood): Shape[] {
	return faceShapes(faceOfMood[mood].mouth).map((shape) =>
		only(shape, (x, y) => y >= 383 && y < 423 && x > 480 && x < 510)
	);
}

function mouthOf(mood: Mood): Shape[] {
	return faceShapes(faceOfMood[mood].mouth).map((shape) => only(shape, (x, y) => y >= 423 && x >= 400 && x <= 550));
}

function only(shape: Shape, wanted: (x: number, y: number) => boolean): Shape {
	const d = shape.d.split(/(?=M)/).filter((outline) => {
		const [x = 0, y = 0] = (outline.match(/-?\d+/g) ?? []).map(Number);
		return wanted(x, y);
	});
	return { ...shape, d: d.join('') };
}

function withInk(shapes: Shape[], lines: string): Shape[] {
	return shapes.map((shape) => (shape.fill === ink ? { ...shape, fill: lines } : shape));
}

/** Shapes as short as svgo can write them. */
function minify(shapes: Shape[]): string {
	const paths = shapes
		.map(({ fill, d, edge }) => {
			const colour = fill === ink ? '' : ` fill="${fill}"`;
			return `<path${colour}${edge ? ` stroke="${edge}" stroke-width="7"` : ''} d="${d}"/>`;
		})
		.join('');
	const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 704 704">${paths}</svg>`;
	const { data } = optimize(whole, {
		multipass: true,
		plugins: [{ name: 'convertPathData', params: { floatPrecision: 0 } }, 'mergePaths', 'convertColors']
	});
	return data.slice(data.indexOf('>') + 1, data.lastIndexOf('</svg>'));
}
