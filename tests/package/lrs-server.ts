import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLrs, type Lrs } from '#lib/lms/lrs.ts';
import { toLrsRequest, type LrsBase } from '#lib/lms/xapi/to-request.ts';

/** A record store on a port of its own, and so of another origin than the packages. */
export type LrsServer = { lrs: Lrs; base: LrsBase; stop(): Promise<void> };

/** Starts a record store for one test. */
export async function startLrs(): Promise<LrsServer> {
	const lrs = createLrs({ newId: randomUUID });
	let base: LrsBase = { endpoint: '', fetch: '' };
	const server: Server = createServer((incoming, response) => {
		void (async () => {
			const request = toLrsRequest(base, {
				url: new URL(incoming.url ?? '/', base.endpoint).href,
				method: incoming.method ?? 'GET',
				headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
				body: await bodyOf(incoming)
			});
			const answer = request && lrs.answer(request);
			if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
			else incoming.destroy();
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	base = { endpoint: `${origin}/xapi`, fetch: `${origin}/fetch` };
	return {
		lrs,
		base,
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
	return body;
}
