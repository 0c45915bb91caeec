import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;

/** A server of the site that a test started, with data of its own. */
export type Site = {
	/** Its address, for example `http://127.0.0.1:41234`, without a slash at the end. */
	url: string;
	/** The folder with its database (ALONGSIDE_DATA). */
	data: string;
	/** All it has printed so far: address, the first administrator's link, errors. */
	output: () => string;
	/** Ends it as an operator would, and waits until it has ended. */
	stop: () => Promise<void>;
	/** Ends it as a power cut would, and waits. Its data stays, for another server to open. */
	kill: () => Promise<void>;
};

/**
 * Starts the built site on a free port and waits until it answers.
 * @param options data: a folder to keep data in, made and removed by the caller; without it a temporary one, removed
 * at `stop`. env: added to the server's environment
 * @throws Error with what the server printed, when it ends or does not answer within a minute
 */
export async function startSite(options: { data?: string; env?: Record<string, string> } = {}): Promise<Site> {
	const data = options.data ?? (await mkdtemp(join(tmpdir(), 'alongside-data-')));
	const port = await findFreePort();
	const url = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, ['src/cli/serve.ts'], {
		cwd: join(import.meta.dirname, '..'),
		env: {
			...process.env,
			NODE_ENV: 'production',
			PORT: String(port),
			HOST: '127.0.0.1',
			ALONGSIDE_DATA: data,
			...options.env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
	child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
	const ended = new Promise<void>((done) => {
		child.once('exit', () => done());
		child.once('error', (error) => {
			printed += error.message;
			done();
		});
	});
	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		child.kill(signal);
		await ended;
	};
	// Whatever happens to the tests, no server is left behind.
	const endWithUs = () => child.kill('SIGKILL');
	process.once('exit', endWithUs);
	void ended.then(() => process.off('exit', endWithUs));

	const isUp = await Promise.race([answers(url), ended.then(() => false)]);
	if (!isUp) {
		await end('SIGKILL');
		throw new Error(`The site did not start at ${url}. It printed:\n${printed}`);
	}
	return {
		url,
		data,
		output: () => printed,
		stop: async () => {
			await end('SIGTERM');
			if (options.data === undefined) await rm(data, { recursive: true, force: true });
		},
		kill: () => end('SIGKILL')
	};
}

/** A TCP port that nobody listens on at this moment. */
export function findFreePort(): Promise<number> {
	return new Promise((found, failed) => {
		const server = createServer();
		server.once('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => found(port));
		});
	});
}

async function answers(url: string): Promise<boolean> {
	const until = Date.now() + READY_WITHIN_MS;
	while (Date.now() < until) {
		try {
			await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
			return true;
		} catch {
			await wait(50); // not listening yet
		}
	}
	return false;
}
