/** An element of a manifest; attributes in the order they are written. */
export type Xml = { name: string; attributes: Record<string, string>; children: (Xml | string)[] };

/** One element. */
export function xml(name: string, attributes: Record<string, string> = {}, ...children: (Xml | string)[]): Xml {
	return { name, attributes, children };
}

/** A document as text, indented by tabs; an element that holds text stays on one line. */
export function toXmlDocument(root: Xml): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written(element: Xml, indent: string): string {
	const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
	const start = `${indent}<${element.name}${attributes.join('')}`;
	if (!element.children.length) return `${start}/>`;
	const end = `</${element.name}>`;
	if (element.children.every((child) => typeof child === 'string'))
		return `${start}>${element.children.map(escapeXml).join('')}${end}`;
	const inner = element.children.map((child) =>
		typeof child === 'string' ? `${indent}\t${escapeXml(child)}` : written(child, `${indent}\t`)
	);
	return [`${start}>`, ...inner, indent + end].join('\n');
}

/** Text that may stand in XML: markup escaped, characters that XML 1.0 forbids left out. */
function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
