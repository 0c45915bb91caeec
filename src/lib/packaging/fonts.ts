import { createHash } from 'node:crypto';
import subsetFont from 'subset-font';
import type { BundleFont, PlayerBundle } from './player-bundle.ts';

/** A face cut down to a course. */
export type PackageFont = { file: string; family: string; style: 'normal' | 'italic'; woff2: Uint8Array };

/** Weights the player uses; the rest of the variable range stays out. */
const weights = { min: 400, max: 700 };

/** Characters that any page may need: an upright face has all of these, whatever the course says. */
const always = ' 0123456789.,:;!?-–—…‘’“”\'"()/%+&';

/**
 * Cuts the player's faces down to the characters of a course. A character the face does not have is shown in a system face.
 * @param characters every character of the course's texts and the interface's messages
 * @param emphasised the characters that can stand in italics; empty leaves the italic faces out
 */
export async function subsetFonts(
	bundle: Pick<PlayerBundle, 'fonts'>,
	characters: Iterable<string>,
	emphasised: Iterable<string>
): Promise<PackageFont[]> {
	const upright = sorted(characters, always);
	const italic = sorted(emphasised, '');
	const fonts = bundle.fonts.flatMap((font): [BundleFont, string][] => {
		const wanted = font.style === 'italic' ? italic : upright;
		return wanted === '' ? [] : [[font, wanted]];
	});
	return Promise.all(
		fonts.map(async ([{ name, family, style, woff2 }, text]) => ({
			file: `fonts/${name}.woff2`,
			family,
			style,
			woff2: await cutDown(woff2, text)
		}))
	);
}

/** The faces cut last: all standards of a course use the same ones, and cutting is most of an export's time. */
const lastCut = new Map<string, Promise<Uint8Array>>();
/** Two courses' worth of faces, some 25 kB each. */
const mostCut = 8;

function cutDown(woff2: Uint8Array, text: string): Promise<Uint8Array> {
	const key = createHash('sha256').update(woff2).update(text).digest('base64');
	const known = lastCut.get(key);
	if (known) return known;
	const cut = subsetFont(Buffer.from(woff2), text, { targetFormat: 'woff2', variationAxes: { wght: weights } }).then(
		(bytes) => new Uint8Array(bytes)
	);
	lastCut.set(key, cut);
	// One that failed is tried anew.
	cut.catch(() => lastCut.delete(key));
	for (const oldest of lastCut.keys()) if (lastCut.size > mostCut) lastCut.delete(oldest);
	return cut;
}

/** `@font-face` rules for faces that lie beside the page. */
export function fontFaces(fonts: PackageFont[]): string {
	return fonts
		.map(
			({ file, family, style }) =>
				`@font-face{font-family:'${family}';font-style:${style};font-weight:${weights.min} ${weights.max};font-display:swap;src:url(${file}) format('woff2')}`
		)
		.join('');
}

/** Every character once, sorted, so that the same texts give the same bytes whatever their order. */
function sorted(characters: Iterable<string>, more: string): string {
	const all = new Set(characters);
	if (all.size > 0) for (const character of more) all.add(character);
	return [...all]
		.filter((character) => character >= ' ')
		.sort()
		.join('');
}
