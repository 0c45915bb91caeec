import { SaxesParser } from 'saxes';
import { error, quoted, type PackageProblem } from '../problem.ts';

/** An element of a manifest that somebody else wrote. */
export type XmlElement = {
	/** As written, prefix and all: some LMSs compare that. */
	name: string;
	local: string;
	/** The namespace; `''` for none. */
	uri: string;
	/** By written name. */
	attributes: Record<string, string>;
	children: XmlElement[];
	/** What stands directly in it, untrimmed. */
	text: string;
	/** From 1. */
	line: number;
};

/** The document, or what keeps it from being one. */
export type ParsedXml = { ok: true; root: XmlElement } | { ok: false; problem: PackageProblem };

const mostBytes = 2 * 1024 * 1024;
const deepest = 50;
const mostElements = 50_000;

class Unreadable extends Error {
	readonly problem: PackageProblem;
	constructor(problem: PackageProblem) {
		super(problem.message);
		this.problem = problem;
	}
}

/**
 * Reads XML from a stranger: strictly, with namespaces, in UTF-8. A document type is refused unread, so there are no
 * entities but XML's own five and no other file is ever opened.
 * @param where the file's path, for what is told
 */
export function parseXml(bytes: Uint8Array, where: string): ParsedXml {
	try {
		return { ok: true, root: parse(decode(bytes, where), where) };
	} catch (refused) {
		if (refused instanceof Unreadable) return { ok: false, problem: refused.problem };
		throw refused;
	}
}

/** The children of this name, whatever their namespace's prefix. */
export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
	return element?.children.filter((child) => child.local === local) ?? [];
}

/** Every element below this one, itself included, in document order. */
export function within(element: XmlElement): XmlElement[] {
	return [element, ...element.children.flatMap(within)];
}

function parse(text: string, where: string): XmlElement {
	const parser = new SaxesParser({ xmlns: true });
	const open: XmlElement[] = [];
	let root: XmlElement | undefined;
	let count = 0;
	const at = () => `${where}:${parser.line}`;
	parser.on('doctype', () => {
		throw new Unreadable(
			error(
				'xml-doctype',
				at(),
				'The file declares a document type (DOCTYPE), which can be used to read files of the server or to fill its memory.',
				'Remove the DOCTYPE and every entity it declares.'
			)
		);
	});
	parser.on('error', ({ message }) => {
		throw new Unreadable(
			error(
				'xml-not-well-formed',
				at(),
				`This is no well-formed XML: ${quoted(message.replace(/^(undefined:)?\d+:\d+: /, ''))}.`,
				'Mend the file; many LMSs stop importing here without saying why.'
			)
		);
	});
	parser.on('opentag', (tag) => {
		count += 1;
		if (open.length >= deepest || count > mostElements)
			throw new Unreadable(
				error(
					'xml-too-large',
					at(),
					'The file nests too deeply or holds too many elements to be read.',
					'Make it smaller.'
				)
			);
		const element: XmlElement = {
			name: tag.name,
			local: tag.local,
			uri: tag.uri,
			attributes: Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
			children: [],
			text: '',
			line: parser.line
		};
		open.at(-1)?.children.push(element);
		root ??= element;
		open.push(element);
	});
	const addText = (more: string) => {
		const last = open.at(-1);
		if (last) last.text += more;
	};
	parser.on('text', addText);
	parser.on('cdata', addText);
	parser.on('closetag', () => void open.pop());
	parser.write(text).close();
	if (!root)
		throw new Unreadable(error('xml-not-well-formed', where, 'The file holds no XML element.', 'Mend the file.'));
	return root;
}

function decode(bytes: Uint8Array, where: string): string {
	if (bytes.length > mostBytes)
		throw new Unreadable(
			error(
				'xml-too-large',
				where,
				`The file has ${bytes.length.toLocaleString('en')} bytes.`,
				'Make it smaller than 2 MiB.'
			)
		);
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		if (!/^<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["']|us-ascii["'])/i.test(text)) return text;
	} catch {
		// Told below, together with a declaration of anything else.
	}
	throw new Unreadable(
		error('xml-encoding', where, 'The file is not in UTF-8, or says that it is not.', 'Save it as UTF-8.')
	);
}
