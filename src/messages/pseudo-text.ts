/** A message as it stands in a message file: a text, or paraglide's list of variants with their declarations. */
export type Message = string | MessageVariants[];
type MessageVariants = { declarations?: string[]; selectors?: string[]; match: Record<string, string> };
/** A message file: texts by key. */
export type Messages = Record<string, Message>;

const accented: Record<string, string> = {
	a: 'ȧ', b: 'ƀ', c: 'ƈ', d: 'ḓ', e: 'ḗ', f: 'ƒ', g: 'ɠ', h: 'ħ', i: 'ī', j: 'ĵ', k: 'ķ', l: 'ŀ', m: 'ḿ', n: 'ƞ', o: 'ǿ',
	p: 'ƥ', q: 'ɋ', r: 'ř', s: 'ş', t: 'ŧ', u: 'ŭ', v: 'ṽ', w: 'ẇ', x: 'ẋ', y: 'ẏ', z: 'ẑ',
	A: 'Ȧ', B: 'Ɓ', C: 'Ƈ', D: 'Ḓ', E: 'Ḗ', F: 'Ƒ', G: 'Ɠ', H: 'Ħ', I: 'Ī', J: 'Ĵ', K: 'Ķ', L: 'Ŀ', M: 'Ḿ', N: 'Ƞ', O: 'Ǿ',
	P: 'Ƥ', Q: 'Ɋ', R: 'Ř', S: 'Ş', T: 'Ŧ', U: 'Ŭ', V: 'Ṽ', W: 'Ẇ', X: 'Ẋ', Y: 'Ẏ', Z: 'Ẑ'
}; // prettier-ignore

/** Long, accented English: shows texts that are not in the message files, and layouts that do not stretch. */
export function lengthen(text: string): string {
	const letters = outsideBraces(text, (plain) => plain.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter));
	return `[${letters} ${'·'.repeat(Math.ceil(text.length * 0.3))}]`;
}

/** English run from right to left: each word stands between a right-to-left override and its end. */
export function mirror(text: string): string {
	return outsideBraces(text, (plain) => plain.replace(/\S+/g, (word) => `\u200f\u202e${word}\u202c\u200f`));
}

/** A whole message file, each of its texts changed by `change`; keys, declarations and matches stay. */
export function pseudoMessages(messages: Messages, change: (text: string) => string): Messages {
	return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, changed(key, message, change)]));
}

function changed(key: string, message: Message, change: (text: string) => string): Message {
	if (key.startsWith('$')) return message;
	if (typeof message === 'string') return change(message);
	return message.map((variants) => ({
		...variants,
		match: Object.fromEntries(Object.entries(variants.match).map(([when, text]) => [when, change(text)]))
	}));
}

/** Placeholders such as `{name}` are code, not text. */
function outsideBraces(text: string, change: (plain: string) => string): string {
	return text
		.split(/(\{[^}]*\})/)
		.map((piece) => (piece.startsWith('{') ? piece : change(piece)))
		.join('');
}
