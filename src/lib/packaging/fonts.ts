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
			woff2: new Uint8Array(
				await subsetFont(Buffer.from(woff2), text, { targetFormat: 'woff2', variationAxes: { wght: weights } })
			)
		}))
	);
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
