import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { bringsTooMuch, mostBodyBytes } from '#lib/server/body-limit.ts';
import { fastDecisions } from '#lib/server/fast-decisions.ts';
import { setRunningApp } from '#lib/server/running.ts';
import { makeFirstAdministratorLink } from '#lib/server/setup-links.ts';
import { startApp } from '#lib/server/start.ts';
import { securityHeaders } from '#lib/server/web.ts';
import { localAddress, networkFrom, setTrueHeaders, type Network } from './network.ts';

// The server: SvelteKit's handler behind a small one of our own. adapter-node's own would take plain http for https and
// refuse every form, and the request that comes often, a decision, is answered without SvelteKit.

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const root = join(import.meta.dirname, '../..');

async function serve(): Promise<void> {
	const network = networkFrom(process.env);
	const app = await startApp({ root, env: process.env });
	setRunningApp(app);
	// Read by adapter-node when it is imported. The headers are true: see setTrueHeaders.
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-forwarded-proto',
		ADDRESS_HEADER: 'x-forwarded-for',
		XFF_DEPTH: '1',
		// What most addresses take is far less: see bringsTooMuch.
		BODY_SIZE_LIMIT: String(mostBodyBytes)
	});
	const kit = await importHandler();
	const takesDecision = fastDecisions(app, (request) => String(request.headers['x-forwarded-proto']));
	const listener: RequestListener = (request, response) => {
		setTrueHeaders(request.headers, request.socket.remoteAddress, network);
		if (takesDecision(request, response)) return;
		for (const [name, value] of securityHeaders) response.setHeader(name, value);
		if (bringsTooMuch(request.url, request.headers)) {
			// Answered once the rest has come and been thrown away: a connection that is cut while a browser still sends
			// shows a fault of the network instead of the answer.
			request.resume().once('end', () => response.writeHead(413, { connection: 'close' }).end());
			return;
		}
		kit(request, response, () => response.writeHead(404).end());
	};

	const servers = await listen(listener, network);
	// Before anybody is told that it runs: a signal that nobody listens for ends the process.
	process.on('SIGHUP', () => {
		app.reloadCourses().then(tellCourses, (error: unknown) => app.report('reload', error));
	});
	let isStopping = false;
	const stop = () => {
		if (isStopping) return;
		isStopping = true;
		// What has been asked is answered, what idles is cut, and after five seconds the rest as well.
		setTimeout(() => servers.forEach((server) => server.closeAllConnections()), 5_000).unref();
		void Promise.all(servers.map(closed)).then(() => {
			app.close();
			process.exit(0);
		});
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	tellCourses(app.courses());
	const address = localAddress(network);
	console.log(`\nAlongside is at ${address}`);
	const secret = await makeFirstAdministratorLink(app);
	if (secret)
		console.log(`The first administrator signs up here, once: ${network.publicUrl ?? address}/sign-up?link=${secret}`);
}

async function importHandler(): Promise<Handler> {
	const file = join(root, 'build/site/handler.js');
	const built = (await import(file)) as { handler: Handler };
	return built.handler;
}

/** Listens where asked; by default on this machine alone, by both of its addresses. */
async function listen(listener: RequestListener, { host, port }: Network): Promise<Server[]> {
	const servers = await Promise.all(
		(host === undefined ? ['127.0.0.1', '::1'] : [host]).map(
			(at) =>
				new Promise<Server | null>((resolve, reject) => {
					const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000 }, listener);
					server.once('error', (error: NodeJS.ErrnoException) => {
						// A machine may have no IPv6.
						if (at === '::1' && error.code !== 'EADDRINUSE') return resolve(null);
						reject(new Error(explain(error, at, port), { cause: error }));
					});
					server.listen(port, at, () => resolve(server));
				})
		)
	);
	return servers.filter((server) => server !== null);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
	if (error.code === 'EADDRINUSE')
		return `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`;
	if (error.code === 'EACCES')
		return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3001 npm start`;
	return `Cannot listen on ${host}:${port}: ${error.message}`;
}

function closed(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
	});
}

function tellCourses({ courses, problems }: { courses: { id: string }[]; problems: { severity: string }[] }): void {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	console.log(
		`Serving ${courses.length === 1 ? '1 course' : `${courses.length} courses`}: ${courses.map(({ id }) => id).join(', ') || 'none'}`
	);
	if (errors > 0)
		console.log(`Left out: whatever has one of ${errors} errors. See them with: npm run --silent alongside -- check`);
}

try {
	await serve();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
