import { createServer, type IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PackageFiles } from '#lib/packaging/zip.ts';
import type { Stored } from '#lib/lms/memory-lms.ts';

/** A server that plays LMS for one test: serves packages and keeps attempts in memory. */
export type LmsHost = {
	url: string;
	/** What the LMS has stored, by attempt. */
	attempts: Map<string, Stored>;
	/** Every path under a package that was asked for, in order, with the bytes that were sent. */
	requests: { path: string; bytes: number }[];
	stop(): Promise<void>;
};

const types: Record<string, string> = {
	html: 'text/html',
	js: 'text/javascript',
	svg: 'image/svg+xml',
	woff2: 'font/woff2',
	xml: 'text/xml',
	xsd: 'text/xml',
	txt: 'text/plain'
};

/** Starts the host. @param packages by the name they are served under */
export async function startLmsHost(packages: Record<string, PackageFiles>): Promise<LmsHost> {
	const attempts = new Map<string, Stored>();
	const requests: LmsHost['requests'] = [];
	const here = (name: string) => join(import.meta.dirname, name);
	const root = join(import.meta.dirname, '../..');

	async function fileFor(path: string): Promise<string | Uint8Array | null> {
		if (/^\/scorm-again\/scorm(12|2004)\.min\.js$/.test(path))
			return readFile(join(root, 'node_modules/scorm-again/dist', path.slice('/scorm-again/'.length)));
		if (path === '/lms') return readFile(here('host.html'));
		if (path === '/host.js') return stripped(here('host.ts'));
		if (/^\/lms\/[a-z0-9-]+\.ts$/.test(path)) return stripped(join(root, 'src/lib', path));
		const [, name = '', ...rest] = path.split('/');
		const bytes = packages[name]?.[rest.join('/')] ?? null;
		if (bytes) requests.push({ path: rest.join('/'), bytes: bytes.length });
		return bytes;
	}

	/** A browser knows no `#lib`: it asks this server. */
	async function stripped(file: string): Promise<string> {
		return stripTypeScriptTypes(await readFile(file, 'utf8')).replaceAll("'#lib/lms/", "'/lms/");
	}

	const server = createServer((request, response) => {
		void (async () => {
			const path = new URL(request.url ?? '/', 'http://lms').pathname;
			if (path.startsWith('/attempts/')) {
				const attempt = path.slice('/attempts/'.length);
				if (request.method === 'POST') {
					attempts.set(attempt, storedFrom(await bodyOf(request)));
					response.setHeader('content-type', 'application/json').end('{"result":"true","errorCode":0}');
				} else response.setHeader('content-type', 'application/json').end(JSON.stringify(attempts.get(attempt) ?? {}));
				return;
			}
			const file = await fileFor(path);
			if (file === null) response.writeHead(404).end();
			else {
				const ending = path.endsWith('.ts') ? 'js' : (path.split('.').pop() ?? '');
				// Chrome is about to do so everywhere: content that waits for `unload` loses what it has to say.
				response.setHeader('permissions-policy', 'unload=()');
				response.setHeader('content-type', `${types[ending] ?? 'text/html'}; charset=utf-8`).end(file);
			}
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		attempts,
		requests,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
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
	for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
	return body;
}
