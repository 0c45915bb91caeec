import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Stored } from '#lib/lms/memory-lms.ts';

/** A server that plays LMS: serves packages and the LMS's page around them, and keeps attempts in memory. */
export type LmsHost = {
	url: string;
	/** What the LMS has stored, by attempt. */
	attempts: Map<string, Stored>;
	/** Every path under a package that was asked for, in order, with the bytes that were sent; none for what is not there. */
	requests: { path: string; bytes: number }[];
	/** Paths under a package that are not there. */
	missing: string[];
	stop(): Promise<void>;
};

/** The files of packages, by the name they are served under. */
type Packages = Record<string, Readonly<Record<string, Uint8Array>>>;

const types: Record<string, string> = {
	css: 'text/css',
	gif: 'image/gif',
	htm: 'text/html',
	html: 'text/html',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	js: 'text/javascript',
	json: 'application/json',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	png: 'image/png',
	svg: 'image/svg+xml',
	woff2: 'font/woff2',
	xml: 'text/xml',
	xsd: 'text/xml',
	txt: 'text/plain'
};
const mostPosted = 1024 * 1024;

/** Starts the host on this machine alone. @param root the project's folder: the LMS's page is read out of it */
export async function startLmsHost(packages: Packages, root: string): Promise<LmsHost> {
	const attempts = new Map<string, Stored>();
	const requests: LmsHost['requests'] = [];
	const missing: string[] = [];

	async function fileFor({ pathname, searchParams }: URL): Promise<string | Uint8Array | null> {
		if (pathname === '/lms') {
			const page = await readFile(join(root, 'src/lib/lms/host/page.html'), 'utf8');
			const standard = searchParams.get('standard') === 'scorm2004' ? 'scorm2004' : 'scorm12';
			return page.replace('/scorm-again.js', `/scorm-again/${standard}.js`);
		}
		const runtime = /^\/scorm-again\/(scorm12|scorm2004)\.js$/.exec(pathname);
		if (runtime) return readFile(join(root, `node_modules/scorm-again/dist/${runtime[1]}.min.js`));
		if (/^\/lms\/([a-z0-9-]+\/)?[a-z0-9-]+\.ts$/.test(pathname)) return stripped(join(root, 'src/lib', pathname));
		const [, name = '', ...rest] = pathname.split('/').map(decodeURIComponent);
		const path = rest.join('/');
		const files = packages[name];
		const bytes = files && Object.hasOwn(files, path) ? (files[path] ?? null) : null;
		if (bytes) requests.push({ path, bytes: bytes.length });
		else if (files) missing.push(path);
		return bytes;
	}

	const server = createServer((request, response) => {
		void (async () => {
			const url = new URL(request.url ?? '/', 'http://lms');
			const { pathname } = url;
			if (pathname.startsWith('/attempts/')) {
				const attempt = pathname.slice('/attempts/'.length);
				response.setHeader('content-type', 'application/json');
				if (request.method === 'POST') {
					attempts.set(attempt, storedFrom(await bodyOf(request)));
					response.end('{"result":"true","errorCode":0}');
				} else response.end(JSON.stringify(attempts.get(attempt) ?? {}));
				return;
			}
			const file = await fileFor(url);
			if (file === null) return void response.writeHead(404).end();
			const ending = pathname.endsWith('.ts') ? 'js' : (pathname.toLowerCase().split('.').pop() ?? '');
			const type = pathname === '/lms' ? 'text/html' : (types[ending] ?? 'application/octet-stream');
			// Chrome is about to do so everywhere: content that waits for `unload` loses what it has to say.
			response.setHeader('permissions-policy', 'unload=()');
			response.setHeader('content-type', `${type}; charset=utf-8`).end(file);
		})().catch(() => response.writeHead(400).end()); // a path or body that is none: the page's fault, not the host's
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		attempts,
		requests,
		missing,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

/** One of our files as a browser takes it: without types, and with `#lib` leading to this server. */
async function stripped(file: string): Promise<string> {
	const { transformWithOxc } = await import('vite');
	const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
	return code.replaceAll(/(["'])#lib\/lms\//g, '$1/lms/');
}

/** What was committed, as element → value; scorm-again sends numbers and counts too. */
function storedFrom(body: string): Stored {
	const values = JSON.parse(body) as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(values).flatMap(([element, value]) =>
			element.startsWith('cmi.') && (typeof value === 'string' || typeof value === 'number')
				? [[element, String(value)]]
				: []
		)
	);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request.setEncoding('utf8')) {
		body += String(chunk);
		if (body.length > mostPosted) throw new Error('more than an attempt can be');
	}
	return body;
}
