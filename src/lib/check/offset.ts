import type { Path, YamlSource } from '#lib/course/yaml-source.ts';

/**
 * How many columns after its beginning a character of a text stands in the file: the same as in the text, plus the
 * opening quotation mark. 0 where the text is written in another way, over several lines for example.
 */
export function offsetInto(source: YamlSource, path: Path, text: string, at: number): number {
	const { line, column } = source.place(path);
	const written = (source.text.split('\n')[line - 1] ?? '').slice(column - 1);
	if (written.startsWith(text)) return at;
	return /^["']/.test(written) && written.slice(1).startsWith(text) ? at + 1 : 0;
}
