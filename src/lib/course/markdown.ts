import MarkdownIt from 'markdown-it';
import { blockSettings, type Settings } from './settings-schema.ts';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Only what a scene needs: no images (portraits are the pictures), no code, no headings (a scene has its title).
markdown.disable(['image', 'code', 'fence', 'heading', 'lheading', 'html_block', 'html_inline', 'table']);
markdown.validateLink = (url) => /^https?:\/\//i.test(url);
markdown.renderer.rules.paragraph_open = (tokens, index) =>
	/^[“„«‹「]/.test(tokens[index + 1]?.content ?? '') ? '<p class="said">' : '<p>';
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
	tokens[index]?.attrSet('rel', 'noopener noreferrer');
	tokens[index]?.attrSet('target', '_blank');
	return self.renderToken(tokens, index, options);
};

/** Turns an author's texts into safe HTML with the organisation's settings filled in. */
export type Renderer = {
	/** Paragraphs and lists. A paragraph that opens with a quotation mark gets the class `said`. */
	block: (text: string) => string;
	/** One line: emphasis and links only, no paragraph around it. */
	inline: (text: string) => string;
	/** One line as plain text, for titles and names. */
	plain: (text: string) => string;
};

/**
 * A renderer for one organisation's settings. `{setting: key}` is replaced before Markdown is read; a block slot
 * (role description, contacts, …) stands in a paragraph of its own. Raw HTML comes out as text; only http(s) links
 * survive. An unknown key is left as written: the check reports it.
 */
export function rendererFor(settings: Settings): Renderer {
	const fill = (text: string) =>
		text.replace(/\{setting:\s*([a-z-]+)\s*\}/g, (whole, key: string) => settingText(settings, key) ?? whole);
	return {
		block: (text) => markdown.render(fill(text)).trim(),
		inline: (text) => markdown.renderInline(fill(text)).trim(),
		plain: (text) => fill(text).trim()
	};
}

/** Keys named by `{setting: key}` in a text, in order, for the check. */
export function settingsNamedIn(text: string): string[] {
	return [...text.matchAll(/\{setting:\s*([^}]*?)\s*\}/g)].map((match) => match[1] ?? '');
}

function settingText(settings: Settings, key: string): string | null {
	if (key === 'support-contacts')
		return list(settings['support-contacts'].map((contact) => `${contact.name}: ${contact.how}`));
	if (key === 'policy-links') return list(settings['policy-links'].map((link) => `[${link.title}](${link.url})`));
	const value: unknown = Object.hasOwn(settings, key) ? settings[key as keyof Settings] : undefined;
	if (typeof value !== 'string') return null;
	return blockSettings.includes(key) ? `\n\n${value}\n\n` : value;
}

function list(lines: string[]): string {
	return lines.length === 0 ? '' : `\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n`;
}
