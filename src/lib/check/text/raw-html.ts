import type { Check, NamedModule } from '../check.ts';

/** Texts are Markdown: HTML and pictures in them would be shown as they are written. */
export const rawHtml: Check<NamedModule> = {
	code: 'raw-html',
	severity: 'error',
	find: ({ texts }) =>
		texts.flatMap(({ text, path }) => {
			const tag = /<\/?[a-z][a-z0-9-]*(\s[^<>]*)?\/?>|<!--|!\[[^\]]*\]\(/i.exec(text)?.[0];
			if (tag === undefined) return [];
			const what = tag.startsWith('![') ? 'A picture' : 'HTML';
			return [
				{
					path,
					message: `${what} stands in this text: ${tag}`,
					hint: 'Take it out; *emphasis*, lists and [links](https://…) are possible.'
				}
			];
		})
};
