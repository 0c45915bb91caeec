import type { PackagedMenu, PackagedModule } from '#lib/scenario/packaged-module.ts';

/**
 * How a page looks, and what it says where the browser runs no scripts.
 * `laterStyles` are switched on by the player with its second script, after the first decision.
 */
export type PageLook = {
	styles: string;
	laterStyles: string;
	script: string;
	direction: 'ltr' | 'rtl';
	needsScript: string;
};

/** The HTML file of one module: styles and data inside, the shared script beside it. */
export function modulePage(packaged: PackagedModule, look: PageLook): string {
	const { language, title } = packaged.module;
	return page({ id: 'module', data: packaged, language, title }, look);
}

/** The HTML file a package begins with that is opened as a whole. */
export function menuPage(menu: PackagedMenu, look: PageLook): string {
	const { language, title } = menu.course;
	return page({ id: 'menu', data: menu, language, title }, look);
}

function page(
	{ id, data, language, title }: { id: 'module' | 'menu'; data: unknown; language: string; title: string },
	look: PageLook
): string {
	return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${look.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<script src="${escapeHtml(look.script)}" defer></script>
<style>${look.styles.replaceAll('</style', '<\\/style')}</style>
<style id="later" media="not all">${look.laterStyles}</style>
</head>
<body>
<noscript>${escapeHtml(look.needsScript)}</noscript>
<div id="player"></div>
<script type="application/json" id="${id}">${toInlineJson(data)}</script>
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
