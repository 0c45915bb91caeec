import type { PackagedModule } from '#lib/scenario/packaged-module.ts';

/**
 * The HTML file of one module: styles and data inside, the shared script beside it.
 * @param look.laterStyles switched on by the player with its second script, after the first decision
 * @param texts.needsScript said where the browser runs no scripts
 */
export function modulePage(
	packaged: PackagedModule,
	look: { styles: string; laterStyles: string; script: string; direction: 'ltr' | 'rtl' },
	texts: { needsScript: string }
): string {
	const { module } = packaged;
	return `<!doctype html>
<html lang="${escapeHtml(module.language)}" dir="${look.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(module.title)}</title>
<script src="${escapeHtml(look.script)}" defer></script>
<style>${look.styles.replaceAll('</style', '<\\/style')}</style>
<style id="later" media="not all">${look.laterStyles}</style>
</head>
<body>
<noscript>${escapeHtml(texts.needsScript)}</noscript>
<div id="player"></div>
<script type="application/json" id="module">${toInlineJson(packaged)}</script>
</body>
</html>
`;
}

/** JSON that may stand in a script element: no \`<\` that could end it, no line separators that old engines trip over. */
export function toInlineJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
