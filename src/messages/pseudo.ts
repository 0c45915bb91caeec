/** Writes the pseudo-locales beside en.json: `node src/messages/pseudo.ts` after each change of a message. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { lengthen, mirror, pseudoMessages, type Messages } from './pseudo-text.ts';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const english = JSON.parse(readFileSync(pathOf('./en.json'), 'utf8')) as Messages;

async function write(name: string, messages: Messages): Promise<void> {
	const filepath = pathOf(name);
	const options = await resolveConfig(filepath);
	writeFileSync(filepath, await format(JSON.stringify(messages, null, '\t'), { ...options, filepath }));
}

await write('./en-XA.json', pseudoMessages(english, lengthen));
await write('./ar-XB.json', pseudoMessages(english, mirror));
