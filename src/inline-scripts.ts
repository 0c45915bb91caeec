import { createHash } from 'node:crypto';

/**
 * The hashes with which a content security policy allows the scripts written in a page's template, and no others.
 * SvelteKit's nonce cannot: it stands in the policy only where SvelteKit adds a script of its own.
 * @param html the template, with its scripts as they are sent
 */
export function hashesOfInlineScripts(html: string): `sha256-${string}`[] {
	return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
		([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}` as const
	);
}
