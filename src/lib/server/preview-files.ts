import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTimeOf, type RunTime } from '#lib/lms/run-time.ts';
import type { Preview } from './previews.ts';

/** One file of a previewed package, as a browser gets it. */
export type PreviewFile = { body: Uint8Array; type: string };

/** No path of a package begins like this: see `zipFiles`. */
export const runTimePath = '~lms/run-time.js';

const types: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json',
	svg: 'image/svg+xml',
	woff2: 'font/woff2',
	xml: 'text/xml; charset=utf-8',
	xsd: 'text/xml; charset=utf-8',
	txt: 'text/plain; charset=utf-8'
};

/**
 * A file under a preview's address: the package's own, its pages with the script that offers them an LMS in front, or
 * that script. Null where there is none.
 * @param options.dir where `npm run build` lays the run-time down, normally `build/preview`
 */
export async function previewFile(
	preview: Preview,
	path: string,
	{ dir }: { dir: string }
): Promise<PreviewFile | null> {
	if (path === runTimePath)
		return { body: await runTimeScript(runTimeOf(preview.standard), dir), type: types['js'] ?? '' };
	const body = Object.hasOwn(preview.files, path) ? preview.files[path] : undefined;
	if (!body) return null;
	const type = types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
	return { body: path.endsWith('.html') ? withRunTime(body) : body, type };
}

/** scorm-again first, then our own part, which stands on it. */
async function runTimeScript(runTime: RunTime | null, dir: string): Promise<Uint8Array> {
	const scripts = runTime === 'scorm12' || runTime === 'scorm2004' ? [`${runTime}.js`, 'run-time.js'] : ['run-time.js'];
	const read = await Promise.all(scripts.map((name) => readFile(join(dir, name), 'utf8')));
	return new TextEncoder().encode(read.join('\n'));
}

/** Before every other script: a package looks for its LMS as soon as it runs. */
function withRunTime(page: Uint8Array): Uint8Array {
	const html = new TextDecoder().decode(page);
	return new TextEncoder().encode(html.replace('<head>', `<head>\n<script src="${runTimePath}"></script>`));
}

/**
 * Headers of every file of a preview. The page may run its own package's scripts and nothing else, in an origin of its
 * own, framed by our pages only: so it never acts as the administrator who looks at it. The other headers are those of
 * every answer, see `securityHeaders`.
 * @param base the preview's address, with a slash at its end
 */
export function previewHeaders(base: string): Record<string, string> {
	return {
		'content-security-policy': [
			'sandbox allow-scripts allow-forms',
			"default-src 'none'",
			`script-src ${base}`,
			// A module's styles stand in its page.
			"style-src 'unsafe-inline'",
			`img-src ${base} data:`,
			`font-src ${base}`,
			`connect-src ${base}`,
			"form-action 'none'",
			"base-uri 'none'",
			"frame-ancestors 'self'"
		].join('; '),
		// Older browsers do not read frame-ancestors.
		'x-frame-options': 'SAMEORIGIN',
		// An origin of its own is a foreign one: fonts are asked for across origins.
		'access-control-allow-origin': '*',
		'referrer-policy': 'no-referrer',
		'cache-control': 'no-store'
	};
}
