import type { Check, NamedModule } from '../check.ts';

/** Links lead to http or https addresses. */
export const badLink: Check<NamedModule> = {
	code: 'bad-link',
	severity: 'error',
	find: ({ texts }) =>
		texts.flatMap(({ text, path }) =>
			badLinks(text).map((address) => ({
				path,
				message: `The link to “${shortened(address)}” does not lead to a web address.`,
				hint: 'Write it in full: [words](https://…).'
			}))
		)
};

/** Enough to find it by; an address may be a picture of many kilobytes. */
function shortened(address: string): string {
	const characters = [...address];
	return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : address;
}

/** Link targets in Markdown that are no http(s) address. */
export function badLinks(text: string): string[] {
	const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]*)/g)].map((match) => match[1] ?? '');
	const defined = [...text.matchAll(/^\s{0,3}\[[^\]]+\]:\s*<?(\S+)/gm)].map((match) => match[1] ?? '');
	const bare = [...text.matchAll(/<([a-z][a-z0-9+.-]*:[^\s>]*)>/gi)].map((match) => match[1] ?? '');
	return [...inline, ...defined, ...bare].filter((address) => !/^https?:\/\/[^\s/]/i.test(address));
}
