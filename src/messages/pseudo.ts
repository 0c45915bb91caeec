/** Writes the pseudo-locales beside en.json: `node src/messages/pseudo.ts` after each change of a message. */
import { readFileSync, writeFileSync } from 'node:fs';
import { lengthen, mirror, pseudoMessages, type Messages } from './pseudo-text.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Messages;
const write = (name: string, messages: Messages) =>
	writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(messages, null, '\t')}\n`);

const english = read('./en.json');
write('./en-XA.json', pseudoMessages(english, lengthen));
write('./ar-XB.json', pseudoMessages(english, mirror));
